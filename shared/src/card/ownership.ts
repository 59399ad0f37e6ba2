import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import { people, type UserId } from '../people/actor.ts';
import { defineMutator } from '../sync/mutator.ts';
import { cards } from './card.ts';
import { owns } from './works-on.ts';

const because = z.string().check(z.maxLength(500));

/** Offers a card to a colleague. Ownership stays here until the other side accepts. */
export const offerOwnership = defineMutator({
  name: 'card.offer-ownership',
  version: 1,
  args: z.object({ cardId: idSchema<'card'>(), to: idSchema<'user'>(), because }),
  reads: (args) => ({ card: cards.ref(args.cardId), person: people.ref(args.to) }),
  decide: ({ card, person }, args, context) => {
    const mayReassign = context.actor.roles.includes('sales-manager');
    if (!card || !(mayReassign || owns(card, context.actor))) return err({ code: 'card.not-found' });
    if (!person?.active) return err({ code: 'person.not-found' });
    if (args.to === card.ownerId) return err({ code: 'card.owned-already' });
    const by = context.actor.userId as UserId; // the session's user
    const offer = { to: args.to, by, because: args.because, at: context.performedAt };
    return ok([cards.put({ ...card, offer, bounced: null })]);
  },
});

/** The other side takes the card: from now on there is one owner, and it is them. */
export const acceptOwnership = defineMutator({
  name: 'card.accept-ownership',
  version: 1,
  args: z.object({ cardId: idSchema<'card'>() }),
  reads: (args) => ({ card: cards.ref(args.cardId) }),
  decide: ({ card }, _args, context) => {
    if (!card) return err({ code: 'card.not-found' });
    if (card.offer?.to !== context.actor.userId) return err({ code: 'card.not-offered' });
    const helpers = card.helpers.filter((helper) => helper !== card.offer?.to);
    return ok([cards.put({ ...card, ownerId: card.offer.to, helpers, offer: null, bounced: null })]);
  },
});

/** The other side says no: the card bounces back to its owner with the reason. */
export const declineOwnership = defineMutator({
  name: 'card.decline-ownership',
  version: 1,
  args: z.object({
    cardId: idSchema<'card'>(),
    because: z.string().check(z.minLength(3), z.maxLength(500)),
  }),
  reads: (args) => ({ card: cards.ref(args.cardId) }),
  decide: ({ card }, args, context) => {
    if (!card) return err({ code: 'card.not-found' });
    if (card.offer?.to !== context.actor.userId) return err({ code: 'card.not-offered' });
    const bounced = { by: card.offer.to, because: args.because, at: context.performedAt };
    return ok([cards.put({ ...card, offer: null, bounced })]);
  },
});
