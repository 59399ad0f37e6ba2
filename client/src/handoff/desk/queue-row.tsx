import type { QueueRow } from '@cession/shared/handoff/queue-view.ts';
import { Link } from 'wouter';
import { useDeskActor } from '../../people/desk/desk-actor.ts';
import { useText } from '../../text/use-text.ts';
import { DuePill } from '../../people/desk/due-pill.tsx';

interface QueueRowLinkProps {
  row: QueueRow;
  open: boolean;
  /** It left this list meanwhile. */
  gone: boolean;
  /** The one row that Tab reaches. */
  reachable: boolean;
  nowMs: number;
  onOpen: () => void;
  onFocus: () => void;
}

/** One item of the queue; the whole row is the link. What a colleague holds is quiet. */
export function QueueRowLink({ row, open, gone, reachable, nowMs, onOpen, onFocus }: QueueRowLinkProps) {
  const { userId } = useDeskActor();
  const byOther = row.heldBy !== null && row.heldBy !== userId;
  const words = useRowWords(row, gone);
  return (
    <li>
      <Link
        href={`/desk/queue/${row.cardId}`}
        aria-current={open ? 'true' : undefined}
        tabIndex={reachable ? 0 : -1}
        data-queue-row
        onClick={onOpen}
        onFocus={onFocus}
        className="flex min-h-target w-full flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2.5 text-start -outline-offset-2 hover:bg-accent-soft/60 aria-[current]:bg-accent-soft aria-[current]:shadow-[inset_3px_0_0_var(--accent)]"
      >
        <span className="min-w-0 flex-[1_1_9rem]">
          <span className={`block font-semibold ${byOther || gone ? 'text-ink-3' : ''} ${gone ? 'line-through' : ''}`}>
            {row.name}
          </span>
          <span key={words} className={`${FADE} block text-1 ${byOther || gone ? 'text-ink-3' : 'text-ink-2'}`}>
            {words}
          </span>
        </span>
        <span className="ms-auto">
          <DuePill dueAt={row.dueAt} nowMs={nowMs} quiet={byOther || gone} />
        </span>
      </Link>
    </li>
  );
}

/** New words fade in where they stand. */
export const FADE = 'transition-opacity duration-200 starting:opacity-0';

function useRowWords(row: QueueRow, gone: boolean): string {
  const { t, formatDate, formatTime } = useText();
  const { userId } = useDeskActor();
  if (gone) return t('queue.row.gone');
  if (row.heldBy !== null && row.heldBy !== userId) {
    return [row.country, t('queue.row.heldBy', { name: row.heldByName ?? '' })].join(' · ');
  }
  const parts = [row.country, row.ownerName];
  if (row.heldBy === userId) parts.push(t('queue.row.mine'));
  parts.push(row.revision > 1 ? t('queue.row.times', { count: row.revision }) : t('queue.row.first'));
  if (row.revision > 1 && row.changed > 0) parts.push(t('queue.row.changes', { count: row.changed }));
  if (row.snoozedUntil !== null) {
    const until = `${formatDate(row.snoozedUntil)} ${formatTime(row.snoozedUntil)}`;
    parts.push(t('queue.row.snoozed', { until }));
  }
  return parts.filter((part) => part !== '').join(' · ');
}
