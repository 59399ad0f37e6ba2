import type { NoticeQueueRow } from '@cession/shared/handoff/notice-queue-procedures.ts';
import { Link } from 'wouter';
import { useDeskActor } from '../../../people/desk/desk-actor.ts';
import { DuePill } from '../../../people/desk/due-pill.tsx';
import { useText } from '../../../text/use-text.ts';

interface NoticeQueueLinkProps {
  row: NoticeQueueRow;
  open: boolean;
  /** It left this list meanwhile. */
  gone: boolean;
  /** The one row that Tab reaches. */
  reachable: boolean;
  nowMs: number;
  onOpen: () => void;
}

/** One proven notice; what a colleague holds is quiet. */
export function NoticeQueueLink({ row, open, gone, reachable, nowMs, onOpen }: NoticeQueueLinkProps) {
  const { t, formatDate } = useText();
  const { userId } = useDeskActor();
  const byOther = row.heldBy !== null && row.heldBy !== userId;
  const quiet = byOther || gone;
  const who =
    row.filedAt !== null
      ? t('noticeQueue.filedBy', { name: row.filedByName ?? '', when: formatDate(row.filedAt) })
      : byOther
        ? t('queue.row.heldBy', { name: row.heldByName ?? '' })
        : row.heldBy === null
          ? row.ownerName
          : t('queue.row.mine');
  return (
    <li>
      <Link
        href={`/desk/notice-queue/${row.ceremonyId}`}
        aria-current={open ? 'true' : undefined}
        tabIndex={reachable ? 0 : -1}
        data-queue-row
        onClick={onOpen}
        className="flex min-h-target w-full flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2.5 text-start -outline-offset-2 hover:bg-accent-soft/60 aria-[current]:bg-accent-soft aria-[current]:shadow-[inset_3px_0_0_var(--accent)]"
      >
        <span className="min-w-0 flex-[1_1_9rem]">
          <span className={`block font-semibold ${quiet ? 'text-ink-3' : ''}`}>{row.debtorName}</span>
          <span className={`block text-1 ${quiet ? 'text-ink-3' : 'text-ink-2'}`}>
            {[row.jurisdiction, t(`notice.outcome.${row.outcome}`), formatDate(row.receivedAt), who]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        {row.state === 'waiting' && (
          <span className="ms-auto">
            <DuePill dueAt={row.dueAt} nowMs={nowMs} quiet={quiet} />
          </span>
        )}
      </Link>
    </li>
  );
}
