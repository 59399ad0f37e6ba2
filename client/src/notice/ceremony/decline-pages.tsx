import type { RefusalReason } from '@cession/shared/notice/wording/ceremony-words.ts';
import { useState } from 'react';
import { NotStored } from './letter-acts.tsx';
import { LetterButton, LetterChoice, LetterField } from './letter-controls.tsx';
import { LetterPage } from './letter-frame.tsx';
import type { Letter } from './use-letter.ts';

const REASONS = ['needs-lawyer', 'needs-approval', 'disputes-claim', 'no-electronic', 'no-reason', 'other'] as const;
const WORDS_LENGTH = 2000;
const SHORT_LENGTH = 160;

/** A right like the other: a reason if they like to give one, and no question a second time. */
export function RefusePage({ letter }: { letter: Letter }) {
  const { words, own, place, recording } = letter;
  const [reason, setReason] = useState<RefusalReason | null>(null);
  const [note, setNote] = useState('');
  const finish = () =>
    letter.decline('refused', {
      signer: signerOf(letter),
      reason: reason ?? 'no-reason',
      note: note.trim(),
    });
  return (
    <LetterPage
      heading={words.refuse.heading}
      actions={
        <>
          <LetterButton disabled={recording.busy} onPress={finish}>
            {words.refuse.act}
          </LetterButton>
          <div className="grid grid-cols-1 gap-2.5 @min-[20rem]:grid-cols-2">
            <LetterButton look="same" onPress={letter.back}>
              {words.refuse.back}
            </LetterButton>
            <LetterButton look="same" onPress={() => letter.go('stamp')}>
              {words.stamp.open}
            </LetterButton>
          </div>
        </>
      }
    >
      <p>{words.refuse.text}</p>
      <LetterChoice
        legend={words.refuse.reasonLabel}
        value={reason}
        choices={REASONS.map((value) => ({ value, label: words.refuse.reasons[value] }))}
        onChange={setReason}
      />
      <LetterField
        long
        label={words.refuse.noteLabel}
        note={own.optional}
        value={note}
        most={WORDS_LENGTH}
        onChange={setNote}
      />
      {place.signer > 0 && <p className="text-ink-2">{words.joint.text(place.signer + 1, countOf(letter))}</p>}
      <NotStored letter={letter} />
    </LetterPage>
  );
}

/** They take the paper in, in the way of their house. */
export function StampPage({ letter }: { letter: Letter }) {
  const { words, own, recording } = letter;
  const [incomingNumber, setIncomingNumber] = useState('');
  const [note, setNote] = useState('');
  const finish = () =>
    letter.decline('received-only', {
      signer: signerOf(letter),
      incomingNumber: incomingNumber.trim(),
      note: note.trim(),
    });
  return (
    <LetterPage
      heading={words.stamp.heading}
      actions={
        <>
          <LetterButton disabled={recording.busy} onPress={finish}>
            {words.stamp.act}
          </LetterButton>
          <LetterButton look="same" onPress={letter.back}>
            {own.goBack}
          </LetterButton>
        </>
      }
    >
      <p>{words.stamp.text}</p>
      <LetterField
        isName
        label={words.stamp.numberLabel}
        value={incomingNumber}
        most={SHORT_LENGTH}
        onChange={setIncomingNumber}
      />
      <LetterField
        long
        label={words.stamp.noteLabel}
        note={own.optional}
        value={note}
        most={WORDS_LENGTH}
        onChange={setNote}
      />
      <NotStored letter={letter} />
    </LetterPage>
  );
}

/** Nothing is asked of them but, if they know it, who it should be. */
export function WrongPersonPage({ letter }: { letter: Letter }) {
  const { words, own, recording } = letter;
  const [name, setName] = useState('');
  const [department, setDepartment] = useState('');
  const finish = () => letter.decline('wrong-person', { name: name.trim(), department: department.trim(), note: '' });
  return (
    <LetterPage
      heading={words.wrongPerson.heading}
      actions={
        <>
          <LetterButton disabled={recording.busy} onPress={finish}>
            {words.wrongPerson.act}
          </LetterButton>
          <LetterButton look="same" onPress={letter.back}>
            {own.goBack}
          </LetterButton>
        </>
      }
    >
      <p>{words.wrongPerson.text}</p>
      <LetterField
        isName
        label={words.wrongPerson.nameLabel}
        note={own.optional}
        value={name}
        most={SHORT_LENGTH}
        onChange={setName}
      />
      <LetterField
        isName
        label={words.wrongPerson.departmentLabel}
        note={own.optional}
        value={department}
        most={SHORT_LENGTH}
        onChange={setDepartment}
      />
      <NotStored letter={letter} />
    </LetterPage>
  );
}

/** The person at the tablet, once they have said who they are. */
function signerOf({ recording, place }: Letter): number | null {
  return recording.state.identified.includes(place.signer) ? place.signer : null;
}

function countOf({ recording }: Letter): number {
  return recording.state.prepared?.signers.length ?? 1;
}
