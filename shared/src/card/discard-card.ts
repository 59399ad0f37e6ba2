import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import { defineMutator } from '../sync/mutator.ts';
import { cards } from './card.ts';
import { owns } from './works-on.ts';

/** Throws a draft away that accounting has never seen. */
export const discardCard = defineMutator({
  name: 'card.discard',
  version: 1,
  args: z.object({ cardId: idSchema<'card'>() }),
  reads: (args) => ({ card: cards.ref(args.cardId) }),
  decide: ({ card }, _args, context) => {
    if (!card || !owns(card, context.actor)) return err({ code: 'card.not-found' });
    if (card.revision > 0) return err({ code: 'card.known-to-accounting' });
    return ok([cards.remove(card.id)]);
  },
});
