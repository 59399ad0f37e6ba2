import type { Card } from '@cession/shared/card/card.ts';
import { answerQuestion, questions, type Question } from '@cession/shared/handoff/question.ts';
import { people } from '@cession/shared/people/actor.ts';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { fieldHref } from '../card/field-place.ts';
import { now } from '../device/clock.ts';
import { notSavedText } from '../people/not-saved-text.ts';
import { useDraft, useRow, useRows, useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { pointTitle } from './returned-banner.tsx';

const MOST = 1000;

/** What accounting wants to know, answered where it stands. They ask us, never the customer. */
export function QuestionList({ card }: { card: Card }) {
  const { t } = useText();
  const all = useRows(questions).filter(({ cardId }) => cardId === card.id);
  const open = all.filter(({ answer }) => answer === null);
  const done = all.filter(({ answer }) => answer !== null);
  if (all.length === 0) return null;
  return (
    <section className="grid grid-cols-1 gap-2">
      <h2 className="text-1 font-semibold tracking-[0.02em] text-ink-3">{t('capture.question.title')}</h2>
      <ul className="divide-y divide-line overflow-hidden rounded-3 border border-line bg-sheet">
        {[...open, ...done].map((question) => (
          <li key={question.id} className="grid grid-cols-1 gap-3 px-4 py-3">
            <QuestionWords card={card} question={question} />
            {question.answer === null ? <AnswerForm question={question} /> : <p>{question.answer}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function QuestionWords({ card, question }: { card: Card; question: Question }) {
  const text = useText();
  const asker = useRow(people, question.askedBy)?.name ?? text.t('capture.accounting');
  return (
    <div>
      <Link
        href={fieldHref(card.id, question.path)}
        className="inline-flex min-h-8 items-center text-1 font-semibold text-accent underline-offset-4 hover:underline"
      >
        {pointTitle(text, question.path, card)}
      </Link>
      <p className="font-semibold">{question.text}</p>
      <p className="text-1 text-ink-2">
        {asker} · {text.formatMoment(question.askedAt, now())}
      </p>
    </div>
  );
}

function AnswerForm({ question }: { question: Question }) {
  const { t, formatNumber } = useText();
  const { perform } = useSync();
  const id = useId();
  const key = `answer:${question.id}`;
  const draft = useDraft<string>(key);
  const [typed, setTyped] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const words = typed ?? (typeof draft.value === 'string' ? draft.value : '');
  const isTooLong = words.length > MOST;
  const type = (next: string) => {
    setFailure(null);
    setTyped(next);
    draft.save(next);
  };
  const answer = async () => {
    if (words.trim() === '' || isTooLong) {
      if (!isTooLong) setFailure(t('capture.question.need'));
      document.getElementById(id)?.focus();
      return;
    }
    const done = await perform(answerQuestion, { questionId: question.id, text: words.trim() }, { draft: key });
    if (!done.ok) setFailure(notSavedText(t, done.error));
  };
  const tooLong = t('capture.field.tooLong', { length: formatNumber(words.length), max: formatNumber(MOST) });
  return (
    <>
      <Field id={id} label={t('capture.question.answer')} error={isTooLong ? tooLong : (failure ?? undefined)}>
        <Textarea value={words} onChange={type} autoComplete="off" />
      </Field>
      <div>
        <Button onPress={() => void answer()}>{t('capture.question.send')}</Button>
      </div>
    </>
  );
}
