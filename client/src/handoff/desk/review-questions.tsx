import type { QueueItemView } from '@cession/shared/handoff/queue-view.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { pathLabel } from './field-words.ts';

/** What accounting asked the owner, field by field, and what the owner answered. */
export function ReviewQuestions({ view, onAsk }: { view: QueueItemView; onAsk?: (() => void) | undefined }) {
  const text = useText();
  const { t, formatMoment } = text;
  if (view.questions.length === 0 && onAsk === undefined) return null;
  return (
    <section aria-label={t('queue.questions')} className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 className="text-1 font-semibold tracking-[0.02em] text-ink-3">{t('queue.questions')}</h2>
        {onAsk !== undefined && (
          <Button look="plain" onPress={onAsk}>
            {t('queue.askOwner', { name: view.row.ownerName })}
          </Button>
        )}
      </div>
      {view.questions.length > 0 && (
        <ul className="divide-y divide-line rounded-3 border border-line bg-sheet">
          {view.questions.map((question) => (
            <li key={question.id} className="grid gap-1 px-4 py-3">
              <p className="text-1 text-ink-2">{pathLabel(text, question.path, view.values)}</p>
              <p className="font-semibold">{question.text}</p>
              <p className="text-1 text-ink-3">{`${question.askedByName} · ${formatMoment(question.askedAt, view.now)}`}</p>
              {question.answer === null ? (
                <p className="text-1 font-semibold text-wait">{t('queue.noAnswer')}</p>
              ) : (
                <p className="border-s-2 border-accent ps-3">
                  {question.answer}
                  <span className="block text-1 text-ink-3">
                    {`${question.answeredByName ?? ''} · ${formatMoment(question.answeredAt ?? question.askedAt, view.now)}`}
                  </span>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
