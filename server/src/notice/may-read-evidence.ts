import type { Ceremony } from '@cession/shared/notice/ceremony.ts';
import type { Actor, Role } from '@cession/shared/people/actor.ts';

const SEE_ALL: readonly Role[] = ['coordinator', 'accountant', 'chief-accountant', 'auditor'];

/** The desk that works with notices sees every ceremony of the company; whoever works on the card sees its own. */
export function mayReadEvidence(actor: Actor, { audienceIds }: Pick<Ceremony, 'audienceIds'>): boolean {
  return SEE_ALL.some((role) => actor.roles.includes(role)) || audienceIds.some((id) => id === actor.userId);
}
