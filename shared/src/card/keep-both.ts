import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import { defineMutator } from '../sync/mutator.ts';
import type { UserId } from '../people/actor.ts';
import { cards } from './card.ts';
import { worksOn } from './works-on.ts';

/** A person decides: this customer and that one are two, because … Never decided by itself. */
export const keepBoth = defineMutator({
  name: 'card.keep-both',
  version: 1,
  args: z.object({
    cardId: idSchema<'card'>(),
    otherId: idSchema<'card'>(),
    because: z.string().check(z.minLength(3), z.maxLength(500)),
  }),
  reads: (args) => ({ card: cards.ref(args.cardId) }),
  decide: ({ card }, args, context) => {
    if (!card || !worksOn(card, context.actor)) return err({ code: 'card.not-found' });
    const others = card.keptApart.filter((kept) => kept.otherId !== args.otherId);
    const by = context.actor.userId as UserId; // the session's user
    const kept = { otherId: args.otherId, because: args.because, by };
    return ok([cards.put({ ...card, keptApart: [...others, kept] })]);
  },
});
