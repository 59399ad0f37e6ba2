import { mayBePresented } from '@cession/shared/notice/may-be-presented.ts';
import { notices, type Notice } from '@cession/shared/notice/notice.ts';
import { useEffect, useState } from 'react';
import { useParams } from 'wouter';
import { useRow, useSync } from '../../sync/live.ts';
import { useText } from '../../text/use-text.ts';
import { BusyText } from '../../ui/busy.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import type { CeremonyRecorder } from '../ceremony-record/ceremony-recorder.ts';
import { sendCeremony } from '../ceremony-record/send-ceremony.ts';
import { useEvidenceDevice } from '../device-key/use-device.ts';
import { CheckList } from './check-list.tsx';
import { FinishedScreen } from './finished-screen.tsx';
import { handOverNow } from './hand-over-now.ts';
import { markHandedOver } from './lock-marker.ts';
import { copyHead, useRecording } from './recording.ts';
import { ReturnedScreen } from './returned-screen.tsx';
import { fillScreen } from './tablet.ts';
import { useOpenCeremony } from './use-open-ceremony.ts';
import { WitnessScreen } from './witness-screen.tsx';

/** The rep's side of a ceremony: the check list before, the witness and the record after. */
export function PresentScreen() {
  const { t } = useText();
  const { id = '' } = useParams();
  const notice = useRow(notices, id);
  if (notice !== null) return <PresentNotice key={id} notice={notice} />;
  return (
    <Page title={t('ceremony.title')} back="/cards">
      <EmptyState title={t('ceremony.gone')}>{t('ceremony.goneBody')}</EmptyState>
    </Page>
  );
}

function PresentNotice({ notice }: { notice: Notice }) {
  const { t } = useText();
  const { parts } = useEvidenceDevice();
  const found = useOpenCeremony(parts, notice.id);
  const [ended, setEnded] = useState<CeremonyRecorder | null>(null);
  const recorder = ended ?? (found.kind === 'open' ? found.recorder : null);
  if (recorder !== null) return <RepSide notice={notice} recorder={recorder} />;
  if (found.kind === 'none' && mayBePresented(notice)) return <CheckList notice={notice} onEnded={setEnded} />;
  return (
    <Page title={t('ceremony.title')} back={`/notices/${notice.id}`}>
      {found.kind === 'looking' ? (
        <BusyText />
      ) : (
        <EmptyState
          title={t(found.kind === 'none' ? 'ceremony.settled' : 'ceremony.elsewhere')}
          action={<ButtonLink href={`/notices/${notice.id}`}>{t('ceremony.toNotice')}</ButtonLink>}
        >
          {t(found.kind === 'none' ? 'ceremony.settledBody' : 'ceremony.elsewhereBody')}
        </EmptyState>
      )}
    </Page>
  );
}

/** A ceremony the rep holds: where it stands decides what is asked. */
function RepSide({ notice, recorder }: { notice: Notice; recorder: CeremonyRecorder }) {
  const recording = useRecording(recorder);
  const { state, events } = recording;
  const { send, notSent } = useSending(recorder);
  const isWithDebtor = state.place === 'handed' || state.place === 'decided';
  useEffect(() => {
    // The mark was lost, the evidence was not: the tablet is still the debtor's.
    if (isWithDebtor) void markHandedOver(notice.id);
  }, [isWithDebtor, notice.id]);
  useEffect(() => {
    if (state.place === 'witnessed') send();
  }, [state.place, send]);
  const again = () => {
    void fillScreen();
    void recording.act(() => handOverNow(recorder, notice.id));
  };
  if (state.place === 'returned' && state.outcome !== null) {
    return <WitnessScreen notice={notice} recording={recording} outcome={state.outcome} onWitnessed={send} />;
  }
  if (state.place === 'witnessed' || state.place === 'over') {
    return (
      <FinishedScreen
        notice={notice}
        ceremonyId={recorder.ceremonyId}
        head={copyHead(events)}
        language={state.language}
        notSent={notSent}
        onSend={send}
      />
    );
  }
  if (isWithDebtor) return <BusyText />;
  return <ReturnedScreen notice={notice} recording={recording} onAgain={again} />;
}

/** Closes what was witnessed and gives it to the outbox. Asked again it does what is still to do. */
function useSending(recorder: CeremonyRecorder): { send: () => void; notSent: boolean } {
  const sync = useSync();
  const { parts } = useEvidenceDevice();
  const [notSent, setNotSent] = useState(false);
  const [send] = useState(() => () => {
    const { outcome } = recorder.state;
    if (outcome === null) return;
    recorder
      .close(outcome)
      .then(() => sendCeremony(parts, sync, recorder.ceremonyId))
      .then(
        (sent) => setNotSent(!sent.ok),
        (failure: unknown) => {
          reportError(failure);
          setNotSent(true);
        },
      );
  });
  return { send, notSent };
}
