import { notices, type Notice, type NoticeId } from '@cession/shared/notice/notice.ts';
import { useEffect, useState } from 'react';
import { useRow } from '../../sync/live.ts';
import { ScreenLoading } from '../../ui/busy.tsx';
import { useEvidenceDevice } from '../device-key/use-device.ts';
import type { CeremonyRecorder } from '../ceremony-record/ceremony-recorder.ts';
import { renderNotice } from '../render-notice.ts';
import { wasHandedOverHere } from './hand-over-now.ts';
import type { LetterPlace } from './letter-place.ts';
import { LetterPages } from './letter.tsx';
import { markHandedOver } from './lock-marker.ts';
import { keepPlace, readPlace } from './place-note.ts';
import { leaveFullScreen } from './tablet.ts';
import { TakeBack } from './take-back.tsx';
import type { HashPaper } from './letter-record.ts';
import { useOpenCeremony } from './use-open-ceremony.ts';

/** The whole app while the tablet lies in a debtor's hands: their letter, and the door only the rep's PIN opens. */
export function HandedOver({ noticeId }: { noticeId: string }) {
  const { parts } = useEvidenceDevice();
  const notice = useRow(notices, noticeId);
  // The mark holds what `handOverNow` wrote: the id of a notice.
  const ceremony = useOpenCeremony(parts, noticeId as NoticeId);
  const kept = useKeptPlace();
  if (ceremony.kind === 'looking' || kept === undefined) return <ScreenLoading />;
  if (ceremony.kind === 'open' && isWithDebtor(ceremony.recorder) && notice !== null) {
    return <Handed notice={notice} recorder={ceremony.recorder} kept={kept} />;
  }
  // Nothing to read is left on this device, or another tab has it: the lock holds all the same.
  return <TakeBack onRight={unlock} onClose={() => location.reload()} />;
}

function Handed({ notice, recorder, kept }: { notice: Notice; recorder: CeremonyRecorder; kept: LetterPlace | null }) {
  const [hashPaper] = useState((): HashPaper => async (language) => {
    const paper = await renderNotice(notice.data, language);
    if (!paper.ok) throw new Error(`no letters for ${paper.error.letters.join(' ')}`);
    return paper.value;
  });
  return (
    <LetterPages
      notice={notice}
      recorder={recorder}
      kept={kept}
      hashPaper={hashPaper}
      coveredAtStart={!wasHandedOverHere()}
      onReturned={unlock}
    />
  );
}

function isWithDebtor({ state }: CeremonyRecorder): boolean {
  return state.place === 'handed' || state.place === 'decided';
}

function unlock(): void {
  keepPlace(null);
  void leaveFullScreen();
  void markHandedOver('').catch(reportError);
}

/** undefined while it is read. */
function useKeptPlace(): LetterPlace | null | undefined {
  const [kept, setKept] = useState<LetterPlace | null>();
  useEffect(() => void readPlace().then(setKept), []);
  return kept;
}
