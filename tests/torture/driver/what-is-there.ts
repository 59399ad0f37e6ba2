import type { Sync } from '@cession/client/sync/start-sync.ts';
import type { Card } from '@cession/shared/card/card.ts';
import { worksOn } from '@cession/shared/card/works-on.ts';
import type { Person, Profile } from '@cession/shared/people/actor.ts';
import type { Conflict } from '@cession/shared/sync/conflict.ts';

/** Cards of this run are called so. */
export const OUR_NAME = 'Kitartó';

/** Cards of this run that may be edited now; the demo's own are left alone. */
export function openCards(sync: Sync, profile: Profile): readonly Card[] {
  const all = sync.mirror.rows('cards') as readonly Card[]; // rows of this table are cards
  return all.filter(
    (card) =>
      card.status !== 'handed-over' && worksOn(card, profile) && String(card.values['legalName']).startsWith(OUR_NAME),
  );
}

export function openConflicts(sync: Sync, cardId: string): readonly Conflict[] {
  const all = sync.mirror.rows('conflicts') as readonly Conflict[]; // rows of this table are conflicts
  return all.filter(({ status, rowId }) => status === 'open' && rowId === cardId);
}

/** Colleagues who capture cards too. */
export function otherReps(sync: Sync, profile: Profile): readonly Person[] {
  const all = sync.mirror.rows('people') as readonly Person[]; // rows of this table are people
  return all.filter(({ id, roles, active }) => active && id !== profile.userId && roles.includes('rep'));
}
