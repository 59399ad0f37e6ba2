import { instantToMs } from '@cession/shared/kernel/instant.ts';
import type { BoardRow } from '@cession/shared/notice/notice-procedures.ts';
import { Link } from 'wouter';
import { now } from '../../../device/clock.ts';
import type { Text } from '../../../text/texts.ts';
import { useText } from '../../../text/use-text.ts';
import { Pill } from '../../../ui/pill.tsx';
import type { BoardPlace } from './board-place.ts';

interface BoardRowProps {
  row: BoardRow;
  place: BoardPlace;
  open: boolean;
  /** The one row that Tab reaches. */
  reachable: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** One notice: to whom, how long it has been going, and the next step. */
export function BoardRowLink({ row, place, open, reachable }: BoardRowProps) {
  const { t } = useText();
  const next = nextStep(t, row, place);
  const outcome = row.outcome === null ? null : t(`notice.outcome.${row.outcome}`);
  return (
    <li>
      <Link
        href={`/desk/notices/${row.noticeId}`}
        aria-current={open ? 'true' : undefined}
        tabIndex={reachable ? 0 : -1}
        data-queue-row
        className="flex min-h-target w-full flex-wrap items-start gap-x-3 gap-y-1.5 px-4 py-2.5 text-start -outline-offset-2 hover:bg-accent-soft/60 aria-[current]:bg-accent-soft aria-[current]:shadow-[inset_3px_0_0_var(--accent)]"
      >
        <span className="min-w-0 flex-[1_1_11rem]">
          <span className={`block font-semibold ${place === 'past' ? 'text-ink-3' : ''}`}>{row.debtorName}</span>
          <span className="block text-1 text-ink-2">
            {[row.jurisdiction, row.ownerName, outcome].filter((part) => part !== null && part !== '').join(' · ')}
          </span>
          {next !== null && <span className="block text-1 font-semibold text-ink">{next}</span>}
        </span>
        <span className="ms-auto flex flex-wrap justify-end gap-1">
          {row.proofAsked !== null && <Pill tone="wait">{t('board.proofPill')}</Pill>}
          {place !== 'past' && place !== 'active' && (
            <Pill>{t('board.days', { count: daysSince(row.preparedAt) })}</Pill>
          )}
        </span>
      </Link>
    </li>
  );
}

export function nextStep(t: Text['t'], row: BoardRow, place: BoardPlace): string | null {
  if (place === 'active' || place === 'past') return null;
  if (place !== 'gate') return t(`board.next.${place}`);
  const [first] = row.missing;
  return first === undefined ? null : t('board.next.gate', { what: t(`board.lacks.${first}`) });
}

/** Whole days since then, never less than none: two clocks may differ. */
function daysSince(at: BoardRow['preparedAt']): number {
  return Math.max(0, Math.floor((now() - instantToMs(at)) / DAY_MS));
}
