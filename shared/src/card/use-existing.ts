import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import { defineMutator } from '../sync/mutator.ts';
import type { Change } from '../sync/table.ts';
import type { UserId } from '../people/actor.ts';
import { cards, type Card, type CardValue } from './card.ts';
import { statusAfter } from './edit-card.ts';
import { findDuplicates } from './duplicates.ts';
import { cardKeyOf } from './registration-key.ts';
import { owns } from './works-on.ts';

/**
 * "It is the same customer": the draft goes, its values fill what the existing card lacks (nothing there is overwritten;
 * an accepted card that gains a hard field goes before accounting again), and whoever captured the draft becomes a
 * helper on the existing card. House rule: refused as not found where the two do not look like one customer, so an id
 * alone opens nothing, and refused while accounting has a card that lacks something the draft holds.
 */
export const useExisting = defineMutator({
  name: 'card.use-existing',
  version: 1,
  args: z.object({ draftId: idSchema<'card'>(), existingId: idSchema<'card'>() }),
  reads: (args) => ({ draft: cards.ref(args.draftId), existing: cards.ref(args.existingId) }),
  decide: ({ draft, existing }, args, context) => {
    if (!draft || !owns(draft, context.actor)) return err({ code: 'card.not-found' });
    if (draft.revision > 0) return err({ code: 'card.known-to-accounting' });
    if (args.draftId === args.existingId) return err({ code: 'card.same' });
    const changes: Change[] = [cards.remove(draft.id)];
    // A colleague's card may not be on this phone; the server has it and does this part.
    if (!existing) return context.receivedAt ? err({ code: 'card.not-found' }) : ok(changes);
    if (!isSameCustomer(draft, existing)) return err({ code: 'card.not-found' });
    // What was captured must not vanish: it waits in the draft until the other card can take it.
    if (existing.status === 'handed-over' && Object.keys(lacking(existing, draft)).length > 0) {
      return err({ code: 'card.with-accounting' });
    }
    return ok([...changes, cards.put(joined(existing, draft, context.actor.userId as UserId))]);
  },
});

/** Nobody comes to a colleague's card by its id alone: they must hold what makes the two look like one customer. */
function isSameCustomer(draft: Card, existing: Card): boolean {
  return findDuplicates(cardKeyOf(draft), [cardKeyOf(existing)], []).length > 0;
}

function joined(existing: Card, draft: Card, userId: UserId): Card {
  const helps = existing.ownerId === userId || existing.helpers.includes(userId);
  const added = lacking(existing, draft);
  return {
    ...existing,
    helpers: helps ? existing.helpers : [...existing.helpers, userId],
    status: statusAfter(existing, added),
    values: { ...existing.values, ...added },
  };
}

function lacking(existing: Card, draft: Card): Record<string, CardValue> {
  return Object.fromEntries(Object.entries(draft.values).filter(([path]) => !Object.hasOwn(existing.values, path)));
}
