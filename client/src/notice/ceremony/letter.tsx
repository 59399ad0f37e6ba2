import type { Notice } from '@cession/shared/notice/notice.ts';
import { useState } from 'react';
import { AnswersPage } from './answers-page.tsx';
import { RefusePage, StampPage, WrongPersonPage } from './decline-pages.tsx';
import { LetterCover } from './letter-cover.tsx';
import { LetterTopContext } from './letter-frame.tsx';
import type { LetterPlace, LetterStep } from './letter-place.ts';
import type { HashPaper } from './letter-record.ts';
import { IdentityPage, LanguagePage, NextSignerPage, NotMePage } from './opening-pages.tsx';
import { ChangesPage, NoticePage } from './reading-pages.tsx';
import { useRecording, type Recorder } from './recording.ts';
import { ReviewPage } from './review-page.tsx';
import { SignPage } from './sign-page.tsx';
import { useIdleCover, useTrappedBack, useWakeLock } from './tablet.ts';
import { TakeBack } from './take-back.tsx';
import { ThanksPage } from './thanks-page.tsx';
import { useLetter, type Letter } from './use-letter.ts';
import { useTextSize } from './use-text-size.ts';

const COVER_AFTER_MS = 60_000;

interface LetterProps {
  notice: Notice;
  recorder: Recorder;
  kept: LetterPlace | null;
  hashPaper: HashPaper;
  /** After a start or a reload: whoever holds the tablet first sees the cover. */
  coveredAtStart: boolean;
  /** The rep has entered the PIN and `handed-back` is recorded. */
  onReturned: () => void;
}

/** The debtor's letter: one page at a time, locked in, nothing on the glass that is not theirs to see. */
export function LetterPages({ notice, recorder, kept, hashPaper, coveredAtStart, onReturned }: LetterProps) {
  const recording = useRecording(recorder);
  const letter = useLetter({ notice, recording, kept, hashPaper });
  const size = useTextSize();
  const [asksPin, setAsksPin] = useState(false);
  const { covered, uncover } = useIdleCover(COVER_AFTER_MS, coveredAtStart);
  const { place, words } = letter;
  useWakeLock();
  useTrappedBack(`/notices/${notice.id}/present`, letter.back);

  const takeBack = () => setAsksPin(true);
  if (asksPin) {
    const giveBack = () => void recording.act((record) => record('handed-back', {}), onReturned);
    return <TakeBack onRight={giveBack} onClose={() => setAsksPin(false)} />;
  }
  const top = {
    language: place.language,
    size,
    busy: recording.busy,
    chooseLanguage: SETTLED.has(place.step) ? null : letter.chooseLanguage,
    takeBack,
  };
  return (
    <LetterTopContext value={top}>
      {/* Covered, the page stays as it is: what was typed and drawn is still there. */}
      <div inert={covered} className={covered ? 'invisible' : undefined}>
        <LetterPageOf key={place.signer} letter={letter} covered={covered} takeBack={takeBack} />
      </div>
      {covered && <LetterCover words={words} lang={place.language} goOn={uncover} />}
    </LetterTopContext>
  );
}

/** On the first page the language is the question; after the last act nothing is said anew. */
const SETTLED = new Set<LetterStep>(['language', 'thanks']);

function LetterPageOf({ letter, covered, takeBack }: { letter: Letter; covered: boolean; takeBack: () => void }) {
  switch (letter.place.step) {
    case 'language':
      return <LanguagePage letter={letter} />;
    case 'next-signer':
      return <NextSignerPage letter={letter} />;
    case 'identity':
      return <IdentityPage letter={letter} />;
    case 'not-me':
      return <NotMePage letter={letter} takeBack={takeBack} />;
    case 'changes':
      return <ChangesPage key="changes" letter={letter} covered={covered} />;
    case 'notice':
      return <NoticePage key="notice" letter={letter} covered={covered} />;
    case 'answers':
      return <AnswersPage letter={letter} />;
    case 'sign':
      return <SignPage letter={letter} />;
    case 'review':
      return <ReviewPage letter={letter} />;
    case 'refuse':
      return <RefusePage letter={letter} />;
    case 'stamp':
      return <StampPage letter={letter} />;
    case 'wrong-person':
      return <WrongPersonPage letter={letter} />;
    case 'thanks':
      return <ThanksPage letter={letter} takeBack={takeBack} />;
  }
}
