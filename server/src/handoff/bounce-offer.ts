import { cards } from '@cession/shared/card/card.ts';
import { idSchema } from '@cession/shared/kernel/id.ts';
import { Instant } from '@cession/shared/kernel/instant.ts';
import { err, ok } from '@cession/shared/kernel/result.ts';
import { defineMutator } from '@cession/shared/sync/mutator.ts';
import * as z from 'zod/mini';

/** Nobody answered: the card bounces back to its owner. Done by the office's clock, never by a person. */
export const bounceOffer = defineMutator({
  name: 'card.bounce-offer',
  version: 1,
  args: z.object({ cardId: idSchema<'card'>(), offeredAt: Instant }),
  reads: (args) => ({ card: cards.ref(args.cardId) }),
  decide: ({ card }, args, { receivedAt: now }) => {
    // Answered meanwhile, or offered anew: that offer has a deadline of its own.
    if (!now || card?.offer?.at !== args.offeredAt) return err({ code: 'card.not-offered' });
    return ok([cards.put({ ...card, offer: null, bounced: { by: null, because: '', at: now } })]);
  },
});
