import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import { people } from '../people/actor.ts';
import { defineMutator } from '../sync/mutator.ts';
import { cards } from './card.ts';
import { owns } from './works-on.ts';

/** Lets a colleague work on a card too, or ends it. The owner stays the one who answers for it. */
export const shareCard = defineMutator({
  name: 'card.share',
  version: 1,
  args: z.object({ cardId: idSchema<'card'>(), userId: idSchema<'user'>(), shared: z.boolean() }),
  reads: (args) => ({ card: cards.ref(args.cardId), person: people.ref(args.userId) }),
  decide: ({ card, person }, args, context) => {
    if (!card || !owns(card, context.actor)) return err({ code: 'card.not-found' });
    if (!person?.active) return err({ code: 'person.not-found' });
    const others = card.helpers.filter((helper) => helper !== args.userId);
    return ok([cards.put({ ...card, helpers: args.shared ? [...others, args.userId] : others })]);
  },
});
