import * as z from 'zod/mini';
import { cardKeys } from '../card/card-key.ts';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import type { UserId } from '../people/actor.ts';
import { defineMutator } from '../sync/mutator.ts';
import { agreements, DebtorLimit, debtorLimits } from './agreement.ts';

/**
 * The coordinator writes down what the factor takes on one debtor, in the agreement's currency: asked for, granted or
 * refused. A granted limit is above zero and has the day it was decided on; a refused one is zero.
 */
export const setLimit = defineMutator({
  name: 'limit.set',
  version: 1,
  args: z.object({
    limitId: idSchema<'debtor-limit'>(),
    agreementId: idSchema<'agreement'>(),
    cardId: idSchema<'card'>(),
    /** Minor units. */
    amountMinor: DebtorLimit.shape.amountMinor,
    status: DebtorLimit.shape.status,
    decidedOn: DebtorLimit.shape.decidedOn,
    note: DebtorLimit.shape.note,
  }),
  reads: (args) => ({
    agreement: agreements.ref(args.agreementId),
    customer: cardKeys.ref(args.cardId),
    before: debtorLimits.ref(args.limitId),
  }),
  decide: ({ agreement, customer, before }, { limitId, ...args }, { actor }) => {
    if (!agreement) return err({ code: 'agreement.not-found' });
    if (!customer) return err({ code: 'card.not-found' });
    if (before && (before.agreementId !== args.agreementId || before.cardId !== args.cardId)) {
      return err({ code: 'limit.exists' });
    }
    if (!isWhole(args)) return err({ code: 'limit.incomplete' });
    const by = actor.userId as UserId; // the session's user
    return ok([debtorLimits.put({ id: limitId, ...args, currency: agreement.currency, by })]);
  },
});

function isWhole({ status, amountMinor, decidedOn }: Pick<DebtorLimit, 'status' | 'amountMinor' | 'decidedOn'>) {
  switch (status) {
    case 'requested':
      return amountMinor > 0 && decidedOn === null;
    case 'granted':
      return amountMinor > 0 && decidedOn !== null;
    case 'refused':
      return amountMinor === 0 && decidedOn !== null;
  }
}
