import { StrokePicture } from '../pad/stroke-picture.tsx';
import type { ReactNode } from 'react';
import { NotStored, OnlyReceipt, OtherWays } from './letter-acts.tsx';
import { LetterButton } from './letter-controls.tsx';
import { LetterPage } from './letter-frame.tsx';
import type { Mark } from './letter-record.ts';
import type { Letter } from './use-letter.ts';

/** Everything about to be said, once more, above the one button that says it. */
export function ReviewPage({ letter }: { letter: Letter }) {
  const { words, own, signer, notice, place, mark, recording } = letter;
  if (signer === null || mark === null) return null;
  const { answers } = place;
  const company = notice.data.debtor.legalName;
  const receipt = { name: signer.name, title: signer.title, company, number: notice.number };
  return (
    <LetterPage
      heading={own.review.heading}
      actions={
        <>
          <LetterButton disabled={recording.busy} onPress={letter.sign}>
            {words.sign.act}
          </LetterButton>
          <OtherWays letter={letter} />
        </>
      }
    >
      <p className="text-[1.25rem]/[1.45] font-semibold">{words.sign.statement(receipt)}</p>
      <OnlyReceipt letter={letter} />
      <dl className="divide-y divide-line rounded-3 border border-line bg-sheet">
        <Answer label={words.objections.heading} change={own.review.change} onChange={() => letter.go('answers')}>
          {words.objections.choice[answers.objections ?? 'not-stated']}
          {answers.objections === 'list' && <span className="mt-1 block break-words">{answers.list.trim()}</span>}
        </Answer>
        {answers.confirmsDebt && (
          <Answer label={words.debt.tick} change={own.review.change} onChange={() => letter.go('answers')}>
            {words.debt.statement}
          </Answer>
        )}
        {answers.waivesDefences && (
          <Answer label={words.waiver.tick} change={own.review.change} onChange={() => letter.go('answers')}>
            {words.waiver.statement}
          </Answer>
        )}
        <Answer label={own.review.signed} change={own.review.change} onChange={() => letter.go('sign')}>
          <MarkPicture mark={mark} alt={`${own.review.signed}: ${signer.name}`} />
          <span className="block border-t border-edge pt-1">{signer.name}</span>
        </Answer>
      </dl>
      <NotStored letter={letter} />
    </LetterPage>
  );
}

interface AnswerProps {
  label: string;
  change: string;
  onChange: () => void;
  children: ReactNode;
}

function Answer({ label, change, onChange, children }: AnswerProps) {
  return (
    <div className="px-5 py-3.5">
      <dt className="flex flex-wrap items-center justify-between gap-x-4 text-[1rem] text-ink-2">
        {label}
        <button
          type="button"
          aria-label={`${change}: ${label}`}
          onClick={onChange}
          className="-my-2 min-h-12 font-semibold text-accent underline-offset-4 hover:underline"
        >
          {change}
        </button>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function MarkPicture({ mark, alt }: { mark: Mark; alt: string }) {
  if (mark.method === 'typed') return <span className="block py-3 text-[1.5rem]">{mark.text}</span>;
  return <StrokePicture strokes={mark.strokes} alt={alt} />;
}
