import { cards } from '@cession/shared/card/card.ts';
import type { Notice } from '@cession/shared/notice/notice.ts';
import { PAPER_LANGUAGES, type PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import { useEffect, useMemo, useState } from 'react';
import { useSession } from '../../people/session.tsx';
import { useRow } from '../../sync/live.ts';
import { localeNames } from '../../text/locale.ts';
import { useText } from '../../text/use-text.ts';
import { BottomBar } from '../../ui/bottom-bar.tsx';
import { BlockedButton, Button } from '../../ui/button.tsx';
import { ErrorSummary, type ErrorItem } from '../../ui/error-summary.tsx';
import { Row } from '../../ui/link-row.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { BringIntoView } from '../bring-into-view.tsx';
import type { CeremonyRecorder } from '../ceremony-record/ceremony-recorder.ts';
import { useDeviceState, useEvidenceDevice } from '../device-key/use-device.ts';
import { ChoosePin } from '../pin/choose-pin.tsx';
import { pinOf } from '../pin/pin-store.ts';
import { renderNotice } from '../render-notice.ts';
import { DeviceRows, keyText } from './device-rows.tsx';
import { EndedOtherwiseForm } from './ended-otherwise.tsx';
import { gapText } from './gap-text.ts';
import { LockTip } from './lock-tip.tsx';
import { gapsOf, prefillSigners, signersIn, signersKnown, type SignerGap } from './signer-form.ts';
import { SignersPart } from './signers-part.tsx';
import { fillScreen } from './tablet.ts';
import { useHandOver, type HandOverProblem } from './use-hand-over.ts';

interface CheckListProps {
  notice: Notice;
  /** An end that needed no tablet is recorded; the witness comes next. */
  onEnded: (recorder: CeremonyRecorder) => void;
}

/** Everything the rep settles before the tablet changes hands. */
export function CheckList({ notice, onEnded }: CheckListProps) {
  const { t } = useText();
  const card = useRow(cards, notice.cardId);
  const { parts } = useEvidenceDevice();
  const device = useDeviceState();
  const [form, setForm] = useState(() => prefillSigners(card));
  const [language, setLanguage] = useState(notice.language);
  const [asked, setAsked] = useState(false);
  const [told, setTold] = useState<readonly SignerGap[]>([]);
  const [view, setView] = useState<'list' | 'pin'>('list');
  const { busy, problem, handOver, endOtherwise } = useHandOver(notice, parts);
  const hasPin = useHasPin();
  const gaps = gapsOf(form);
  // As it was when it was asked for: a list that changes would take the focus from the field that is being filled.
  const problems = useMemo(() => summaryOf(t, told), [t, told]);
  usePaperAtHand(notice, language);
  const prepared = { language, signers: signersIn(form), signingRule: form.rule };

  const go = () => {
    setAsked(true);
    setTold(gaps);
    if (gaps.length > 0) return;
    if (hasPin !== true) return setView('pin');
    void fillScreen();
    void handOver(prepared);
  };
  if (view === 'pin') {
    const chosen = () => {
      void fillScreen();
      setView('list');
      void handOver(prepared);
    };
    return <PinFirst onChosen={chosen} onBack={() => setView('list')} />;
  }
  return (
    <Page
      title={t('ceremony.title')}
      back={`/notices/${notice.id}`}
      bottom={<HandOverBar device={device} name={form.people[0]?.name.trim() ?? ''} busy={busy} onGo={go} />}
    >
      {asked && <ErrorSummary items={problems} />}
      <ProblemNote problem={problem} />
      {notice.refusals >= 2 && (
        <Note tone="wait" title={t('ceremony.check.refused', { count: notice.refusals })}>
          {t('ceremony.check.refusedBody')}
        </Note>
      )}
      <p className="text-ink-2">{t('ceremony.check.lead')}</p>
      <WhatIsGiven notice={notice} />
      <SignersPart form={form} gaps={asked ? gaps : []} onChange={setForm} />
      <RadioGroup
        legend={t('ceremony.check.language')}
        value={language}
        choices={PAPER_LANGUAGES.map((value) => ({ value, label: localeNames[value] }))}
        onChange={setLanguage}
        hint={t('ceremony.check.languageHint')}
      />
      <div id="device" tabIndex={-1}>
        <DeviceRows device={device} />
      </div>
      <LockTip />
      {device?.kind === 'ready' && (
        <details className="rounded-3 border border-line bg-sheet px-4 py-1">
          <summary className="min-h-target py-3 font-semibold">{t('ceremony.check.without')}</summary>
          <div className="pb-4">
            <EndedOtherwiseForm
              title={t('ceremony.without.title')}
              ways={['absent', 'wrong']}
              busy={busy}
              onChoose={(end) =>
                void endOtherwise({ ...prepared, signers: signersKnown(form) }, end).then(
                  (recorder) => recorder && onEnded(recorder),
                )
              }
            />
          </div>
        </details>
      )}
    </Page>
  );
}

/** The list behind it stays as it was filled. */
function PinFirst({ onChosen, onBack }: { onChosen: () => void; onBack: () => void }) {
  const { t } = useText();
  return (
    <Page title={t('ceremony.title')}>
      <ChoosePin onChosen={onChosen} />
      <div className="justify-self-center">
        <Button onPress={onBack}>{t('action.back')}</Button>
      </div>
    </Page>
  );
}

function WhatIsGiven({ notice }: { notice: Notice }) {
  return (
    <RowList>
      <Row title={notice.data.debtor.legalName} detail={<span className="font-mono">{notice.number}</span>} />
    </RowList>
  );
}

interface HandOverBarProps {
  device: ReturnType<typeof useDeviceState>;
  name: string;
  busy: boolean;
  onGo: () => void;
}

function HandOverBar({ device, name, busy, onGo }: HandOverBarProps) {
  const { t } = useText();
  const action = name === '' ? t('ceremony.check.handOverPlain') : t('ceremony.check.handOver', { name });
  const toDevice = () => document.getElementById('device')?.scrollIntoView({ block: 'center' });
  return (
    <BottomBar>
      {device !== null && device.kind !== 'ready' ? (
        <BlockedButton action={t('ceremony.check.handOverPlain')} reason={keyText(t, device)} onPress={toDevice} />
      ) : (
        <Button look="primary" wide busy={busy || device === null} onPress={onGo}>
          {action}
        </Button>
      )}
    </BottomBar>
  );
}

export function ProblemNote({ problem }: { problem: HandOverProblem | null }) {
  const { t } = useText();
  if (problem === null) return null;
  if (problem.kind === 'letters') {
    return (
      <BringIntoView>
        <Note live tone="wrong">
          {t('ceremony.check.letters', { letters: problem.letters })}
        </Note>
      </BringIntoView>
    );
  }
  return (
    <BringIntoView>
      <Note live tone="wrong" title={t('ceremony.notStored')}>
        {t('ceremony.notStoredBody')}
      </Note>
    </BringIntoView>
  );
}

/** Made while the rep fills the list: nobody waits for it with the tablet in their hands. */
function usePaperAtHand({ data }: Notice, language: PaperLanguage): void {
  useEffect(() => {
    // Handing over asks for it again, and says why where it cannot be had.
    renderNotice(data, language).catch(() => undefined);
  }, [data, language]);
}

/** null while it is looked up: the PIN is asked for when it is needed, and not before. */
function useHasPin(): boolean | null {
  const { profile } = useSession();
  const [hasPin, setHasPin] = useState<boolean | null>(null);
  useEffect(() => {
    pinOf(profile).isSet().then(setHasPin, reportError);
  }, [profile]);
  return hasPin;
}

function summaryOf(t: ReturnType<typeof useText>['t'], gaps: readonly SignerGap[]): ErrorItem[] {
  const fields = { needName: 'name', needPower: 'power', needIdentified: 'identified' } as const;
  return gaps.map((gap) =>
    'key' in gap
      ? { id: `${fields[gap.kind]}-${gap.key}`, text: gapText(t, gap.kind, gap.place) }
      : { id: 'signing-rule', text: gapText(t, gap.kind, 0) },
  );
}
