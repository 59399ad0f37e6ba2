import { cards, type Card } from '@cession/shared/card/card.ts';
import { handoffs } from '@cession/shared/handoff/handoff.ts';
import { cardDocuments } from '@cession/shared/document/document.ts';
import { filesOf } from '@cession/shared/handoff/waits-for-files.ts';
import { people } from '@cession/shared/people/actor.ts';
import { Link } from 'wouter';
import { now } from '../device/clock.ts';
import { refusalText } from '../text/refusal-text.ts';
import { useRecordState, useRow, useRows } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Note } from '../ui/note.tsx';

/** Where the card is when it is not in our hands, and what the server refused. */
export function CardStanding({ card }: { card: Card }) {
  const { t } = useText();
  const record = useRecordState(cards.ref(card.id));
  return (
    <>
      {record?.state === 'needs-you' && (
        <Note tone="wrong" title={t('capture.refused.title')} actions={<OutboxLink />}>
          {refusalText(t, record.refusal)}
        </Note>
      )}
      {card.status === 'handed-over' && <WithAccounting card={card} unsent={isUnsent(record?.state)} />}
      {card.status === 'accepted' && <Cleared card={card} />}
    </>
  );
}

function WithAccounting({ card, unsent }: { card: Card; unsent: boolean }) {
  const { t, formatMoment } = useText();
  const handoff = useRow(handoffs, card.handoffId ?? '');
  const documents = useRows(cardDocuments);
  const files = handoff === null ? null : filesOf(handoff, documents);
  const since = handoff?.receivedAt ?? handoff?.snapshot.submittedAt;
  if (unsent) {
    return (
      <Note tone="wait" title={t('capture.standing.waiting')}>
        {t('capture.standing.waitingBody')}
      </Note>
    );
  }
  if (files !== null && files.arrived < files.total) {
    return (
      <Note tone="wait" title={t('document.files.waiting', { ...files })}>
        {t('document.files.waitingBody')}
      </Note>
    );
  }
  return (
    <Note
      tone="accent"
      title={
        since === undefined
          ? t('capture.standing.with')
          : t('capture.standing.withSince', { time: formatMoment(since, now()) })
      }
    >
      {t('capture.standing.withBody')}
    </Note>
  );
}

function Cleared({ card }: { card: Card }) {
  const { t, formatDate } = useText();
  const handoff = useRow(handoffs, card.handoffId ?? '');
  const by = useRow(people, handoff?.verdictBy ?? '')?.name ?? t('capture.accounting');
  const on = handoff?.verdictAt;
  return (
    <Note tone="proven" title={t('capture.standing.cleared')}>
      {on === null || on === undefined ? null : (
        <p>{t('capture.standing.clearedBy', { name: by, date: formatDate(on) })}</p>
      )}
      <p>{t('capture.standing.clearedBody')}</p>
    </Note>
  );
}

function OutboxLink() {
  const { t } = useText();
  return (
    <Link
      href="/outbox"
      className="inline-flex min-h-target items-center font-semibold text-accent underline-offset-4 hover:underline"
    >
      {t('capture.refused.outbox')}
    </Link>
  );
}

function isUnsent(state: string | undefined): boolean {
  return state === 'waiting' || state === 'saved-here' || state === 'sending';
}
