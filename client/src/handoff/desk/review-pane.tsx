import { openQueueItem } from '@cession/shared/handoff/desk-procedures.ts';
import type { QueueItemView } from '@cession/shared/handoff/queue-view.ts';
import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { instantToMs, type Instant } from '@cession/shared/kernel/instant.ts';
import { isUuid } from '@cession/shared/kernel/id.ts';
import { useState } from 'react';
import { AskView } from '../../people/desk/ask-view.tsx';
import { useDeskActor, useMay } from '../../people/desk/desk-actor.ts';
import { useAsk } from '../../people/desk/use-ask.ts';
import { useText } from '../../text/use-text.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Review } from './review.tsx';
import { useServerClock } from '../../people/desk/server-clock.ts';
import { holdOf } from './use-lease.ts';

type CardId = InputOfProcedure<typeof openQueueItem>['cardId'];

/** One item of the queue. Give it a key: the card before it must never be on screen under another name. */
export function ReviewPane({ cardId }: { cardId: string }) {
  return isUuid(cardId) ? <KnownPane cardId={cardId as CardId} /> : <NotThere />; // checked just now
}

function KnownPane({ cardId }: { cardId: CardId }) {
  const answer = useAsk(openQueueItem, { cardId });
  return (
    <AskView inPane answer={answer} rows={10}>
      {(view) => (view === null ? <NotThere /> : <OpenItem view={view} answeredAt={answer.dataUpdatedAt} />)}
    </AskView>
  );
}

function OpenItem({ view, answeredAt }: { view: QueueItemView; answeredAt: number }) {
  const { userId } = useDeskActor();
  const may = useMay();
  const nowMs = useServerClock(view.now, answeredAt);
  const hold = holdOf(view.row, userId, nowMs);
  const open = view.state === 'waiting';
  // The lease this person had here: only its own end is "ran out"; putting the item back elsewhere is not.
  const [leaseEnd, setLeaseEnd] = useState<Instant | null>(null);
  if (hold.kind === 'mine' && leaseEnd !== view.row.leaseUntil) setLeaseEnd(view.row.leaseUntil);
  const over = leaseEnd !== null && instantToMs(leaseEnd) <= nowMs;
  return (
    <Review
      key={view.row.handoffId}
      view={view}
      hold={hold}
      nowMs={nowMs}
      ranOut={open && over && hold.kind === 'nobody'}
      canClaim={open && hold.kind === 'nobody' && may('queue.claim')}
      canTakeOver={open && hold.kind === 'other' && may('queue.take-over')}
      canDecide={open && hold.kind === 'mine' && may('handoff.accept')}
      canAsk={view.state !== 'done' && may('question.ask')}
    />
  );
}

function NotThere() {
  const { t } = useText();
  return (
    <div className="p-4 desk:p-6">
      <EmptyState
        title={t('queue.notThere')}
        action={<ButtonLink href="/desk/queue">{t('queue.backToQueue')}</ButtonLink>}
      >
        {t('queue.notThereBody')}
      </EmptyState>
    </div>
  );
}
