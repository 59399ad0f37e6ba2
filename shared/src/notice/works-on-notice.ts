import type { SyncActor } from '../sync/mutator.ts';
import type { Notice } from './notice.ts';

/** Who may present a notice and write down what became of it: the card's owner and helpers when it was prepared, or since. */
export function worksOnNotice(notice: Notice, actor: SyncActor): boolean {
  return notice.ownerId === actor.userId || notice.audienceIds.some((id) => id === actor.userId);
}

/** Coordinators answer for every notice of the company. */
export function coordinates(actor: SyncActor): boolean {
  return actor.roles.includes('coordinator');
}
