import type { SyncActor } from '../sync/mutator.ts';
import type { Card } from './card.ts';

/** The owner and the helpers work on a card; nobody else writes to it. */
export function worksOn(card: Card, actor: SyncActor): boolean {
  return card.ownerId === actor.userId || card.helpers.some((helper) => helper === actor.userId);
}

export function owns(card: Card, actor: SyncActor): boolean {
  return card.ownerId === actor.userId;
}
