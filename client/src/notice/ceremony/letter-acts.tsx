import { LetterButton } from './letter-controls.tsx';
import type { Letter } from './use-letter.ts';

/** Declining stands beside signing with the same weight, on every page from reading on. */
export function OtherWays({ letter }: { letter: Letter }) {
  const { words, recording } = letter;
  return (
    <div className="grid grid-cols-1 gap-2.5 @min-[20rem]:grid-cols-2">
      <LetterButton look="same" disabled={recording.busy} onPress={() => letter.go('refuse')}>
        {words.refuse.open}
      </LetterButton>
      <LetterButton look="same" disabled={recording.busy} onPress={() => letter.go('wrong-person')}>
        {words.wrongPerson.open}
      </LetterButton>
    </div>
  );
}

/** Said only while it is true: neither of the two heavier acts stands beside the receipt. */
export function OnlyReceipt({ letter }: { letter: Letter }) {
  const { confirmsDebt, waivesDefences } = letter.place.answers;
  if (confirmsDebt || waivesDefences) return null;
  return <p className="text-[1rem]/[1.5] text-ink-2">{letter.words.sign.notAcceptance}</p>;
}

/** What could not be stored is never passed over. */
export function NotStored({ letter }: { letter: Letter }) {
  if (!letter.recording.failed) return null;
  return (
    <p role="alert" className="rounded-2 bg-wrong-soft px-4 py-3 font-semibold text-wrong">
      {letter.own.notStored}
    </p>
  );
}
