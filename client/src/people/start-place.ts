import type { Profile } from '@cession/shared/people/actor.ts';
import { can } from '@cession/shared/people/permissions.ts';

/** Whoever captures cards works on the phone's own database; everybody else works at the desk, online. */
export function capturesCards(profile: Profile): boolean {
  return can(profile, 'card.create');
}

/** Whether the role has something to do or to see in accounting's queue. */
export function seesDesk(profile: Profile): boolean {
  return can(profile, 'queue.list');
}

export function startPlace(profile: Profile): '/' | '/desk/queue' {
  return capturesCards(profile) ? '/' : '/desk/queue';
}
