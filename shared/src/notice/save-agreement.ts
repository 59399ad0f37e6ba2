import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import { defineMutator } from '../sync/mutator.ts';
import { Agreement, agreements, factors, type Agreement as Row } from './agreement.ts';

/**
 * The coordinator writes down an agreement, opens or ends it. The account is not theirs to write: it stays what it was.
 * Once one was released, factor, law and currency are fixed: a released account belongs to exactly what was compared.
 */
export const saveAgreement = defineMutator({
  name: 'agreement.save',
  version: 1,
  args: z.object({
    agreementId: idSchema<'agreement'>(),
    factorId: Agreement.shape.factorId,
    number: Agreement.shape.number,
    signedOn: Agreement.shape.signedOn,
    jurisdiction: Agreement.shape.jurisdiction,
    recourse: Agreement.shape.recourse,
    currency: Agreement.shape.currency,
    registerEntry: Agreement.shape.registerEntry,
    threeParty: Agreement.shape.threeParty,
    status: Agreement.shape.status,
  }),
  reads: (args) => ({ before: agreements.ref(args.agreementId), factor: factors.ref(args.factorId) }),
  decide: ({ before, factor }, { agreementId, ...args }) => {
    if (!factor) return err({ code: 'factor.not-found' });
    const after: Row = { id: agreementId, ...args, accountId: before?.accountId ?? null };
    if (before && before.accountId !== null && movesAccount(before, after)) return err({ code: 'agreement.fixed' });
    return ok([agreements.put(after)]);
  },
});

function movesAccount(before: Row, after: Row): boolean {
  return (
    before.factorId !== after.factorId ||
    before.jurisdiction !== after.jurisdiction ||
    before.currency !== after.currency
  );
}
