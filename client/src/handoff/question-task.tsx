import { answerQuestion } from '@cession/shared/handoff/question.ts';
import { people } from '@cession/shared/people/actor.ts';
import { useState } from 'react';
import { Link } from 'wouter';
import { cardName } from '../card/card-name.ts';
import { now } from '../device/clock.ts';
import { notSavedText } from '../people/not-saved-text.ts';
import { useDraft, useRow, useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { showToast } from '../ui/toast.tsx';
import { FieldNames } from './field-names.tsx';
import type { Task } from './open-tasks.ts';

/** Accounting's question with the place for its answer. Works with no signal; half an answer is kept. */
export function QuestionTask({ task }: { task: Extract<Task, { kind: 'question' }> }) {
  const { t, formatMoment } = useText();
  const { question, card } = task;
  const asker = useRow(people, question.askedBy);
  const form = useAnswer(question.id);
  return (
    <li className="grid gap-3 px-4 py-3.5">
      <div>
        <Link
          href={`/cards/${card.id}`}
          className="-my-1 inline-block py-1 font-semibold underline-offset-4 hover:underline"
        >
          {cardName(card) ?? t('cards.unnamed')} · <FieldNames paths={[question.path]} />
        </Link>
        <p className="mt-1 whitespace-pre-line">{question.text}</p>
        <p className="text-1 text-ink-3">
          {t('tasks.askedBy', {
            name: asker?.name ?? t('cards.somebody'),
            time: formatMoment(question.askedAt, now()),
          })}
        </p>
      </div>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void form.send();
        }}
      >
        <Field label={t('tasks.answer')} id={`answer-${question.id}`} error={form.problem ?? undefined}>
          <Textarea value={form.typed} onChange={form.type} enterKeyHint="enter" />
        </Field>
        <div>
          <Button type="submit">{t('tasks.sendAnswer')}</Button>
        </div>
      </form>
    </li>
  );
}

const MOST = 1000;

function useAnswer(questionId: Extract<Task, { kind: 'question' }>['question']['id']) {
  const { t } = useText();
  const { perform } = useSync();
  const key = `answer:${questionId}`;
  const draft = useDraft<unknown>(key);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = typed ?? (typeof draft.value === 'string' ? draft.value : '');
  return {
    typed: shown,
    problem,
    type: (text: string) => {
      setTyped(text);
      setProblem(null);
      draft.save(text);
    },
    send: async () => {
      const text = shown.trim();
      if (text === '') return setProblem(t('tasks.needAnswer'));
      if (text.length > MOST) return setProblem(t('sync.notSaved.tooLarge'));
      const saved = await perform(answerQuestion, { questionId, text }, { draft: key });
      if (saved.ok) showToast(t('tasks.answered'));
      else setProblem(notSavedText(t, saved.error));
    },
  };
}
