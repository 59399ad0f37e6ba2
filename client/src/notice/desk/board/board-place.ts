import type { BoardRow } from '@cession/shared/notice/notice-procedures.ts';

/** Where a notice stands on the board, most pressing first. */
export const BOARD_PLACES = [
  'review', // evidence a person must look at
  'renew', // the account in it is not in force any more
  'ready', // nothing is missing, somebody activates it
  'call-back', // all but the call is there
  'gate', // received, and something else is missing
  'proving', // arrived, being verified and sealed
  'out', // visited, and not delivered
  'prepared', // nobody has presented it
  'active',
  'past', // replaced, withdrawn, released
] as const;
export type BoardPlace = (typeof BOARD_PLACES)[number];

/** The one place of a notice. Being received is never concluded from a visit alone: the gate says what is proven. */
export function placeOf(row: BoardRow): BoardPlace {
  if (row.toReview > 0) return 'review';
  if (row.replacedBy !== null || row.status === 'withdrawn' || row.outcome === 'released') return 'past';
  if (row.needsRenewal) return 'renew';
  if (row.activatedAt !== null) return 'active';
  if (row.status === 'closed') return 'proving';
  if (row.missing.includes('notice-received')) return row.attempts === 0 && row.outcome === null ? 'prepared' : 'out';
  if (row.missing.length === 0) return 'ready';
  return row.missing.length === 1 && row.missing[0] === 'call-back' ? 'call-back' : 'gate';
}

/** Whether debtor, number or owner hold what was typed. */
export function matchesRow({ debtorName, number, ownerName }: BoardRow, search: string): boolean {
  const typed = search.trim().toLocaleLowerCase();
  return [debtorName, number, ownerName].some((text) => text.toLocaleLowerCase().includes(typed));
}
