import type { Card } from '@cession/shared/card/card.ts';
import { worksOn } from '@cession/shared/card/works-on.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';

export interface InProgress {
  readonly count: number;
  /** The ones touched last, first. */
  readonly latest: readonly Card[];
}

const MOST = 12;

/** Of all cards on the phone, in one pass: a phone that starts has no time to sort thousands for a dozen rows. */
export function cardsInProgress(
  all: readonly Card[],
  me: SyncActor,
  isUnsent: (card: Card) => boolean,
): { readonly inProgress: InProgress; readonly withAccounting: number } {
  const latest: Card[] = [];
  let count = 0;
  let withAccounting = 0;
  for (const card of all) {
    if ((card.status !== 'draft' && card.status !== 'handed-over') || !worksOn(card, me)) continue;
    if (card.status === 'handed-over' && !isUnsent(card)) withAccounting += 1;
    else {
      count += 1;
      keepLatest(latest, card);
    }
  }
  return { inProgress: { count, latest }, withAccounting };
}

/** Of two touched at one moment the one met first stays first. */
function keepLatest(latest: Card[], card: Card): void {
  const before = latest.findLastIndex((kept) => kept.changedAt >= card.changedAt);
  if (before + 1 >= MOST) return;
  latest.splice(before + 1, 0, card);
  latest.length = Math.min(latest.length, MOST);
}
