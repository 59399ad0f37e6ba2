import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import { defineMutator } from '../sync/mutator.ts';
import type { UserId } from '../people/actor.ts';
import { CardChanges, withChanges } from './card-changes.ts';
import { cards } from './card.ts';
import { Jurisdiction } from './jurisdiction.ts';

/** Starts a card. Whoever starts it owns it. */
export const createCard = defineMutator({
  name: 'card.create',
  version: 1,
  args: z.object({
    cardId: idSchema<'card'>(),
    jurisdiction: Jurisdiction,
    changes: CardChanges,
  }),
  reads: (args) => ({ card: cards.ref(args.cardId) }),
  decide: ({ card }, args, context) => {
    if (card) return err({ code: 'card.exists' });
    return ok([
      cards.put({
        id: args.cardId,
        ownerId: context.actor.userId as UserId, // the session's user
        helpers: [],
        jurisdiction: args.jurisdiction,
        status: 'draft',
        revision: 0,
        handoffId: null,
        values: withChanges({}, args.changes),
        keptApart: [],
        offer: null,
        bounced: null,
        createdAt: context.performedAt,
        changedAt: context.performedAt,
      }),
    ]);
  },
});
