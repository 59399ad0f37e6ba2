import * as z from 'zod/mini';
import type { Id } from '../kernel/id.ts';
import { ok } from '../kernel/result.ts';
import type { UserId } from '../people/actor.ts';
import { defineMutator } from '../sync/mutator.ts';
import { Supplier, suppliers } from './agreement.ts';

/**
 * The coordinator writes down the company as it stands on a notice. There is one, under the company's own id. Whoever
 * says that the factor holds the specimen signature is kept with the day, until it is taken back.
 */
export const saveSupplier = defineMutator({
  name: 'supplier.save',
  version: 1,
  args: z.object({
    legalName: Supplier.shape.legalName,
    jurisdiction: Supplier.shape.jurisdiction,
    numbers: Supplier.shape.numbers,
    seat: Supplier.shape.seat,
    signatories: Supplier.shape.signatories,
    contactName: Supplier.shape.contactName,
    contactPhone: Supplier.shape.contactPhone,
    contactEmail: Supplier.shape.contactEmail,
    /** What lies with the factor, such as "specimen sheet of 3 March"; null: nothing does. */
    specimen: z.nullable(z.string().check(z.maxLength(300))),
  }),
  reads: (_args, actor) => ({ before: suppliers.ref(actor.companyId) }),
  decide: ({ before }, { specimen, ...args }, { actor, performedAt, receivedAt }) => {
    const id = actor.companyId as Id<'company'>; // the session's company
    const known = before?.specimenOnFile ?? null;
    const by = actor.userId as UserId; // the session's user
    const said = specimen === null ? null : { by, at: receivedAt ?? performedAt, note: specimen };
    const specimenOnFile = known !== null && known.note === specimen ? known : said;
    return ok([suppliers.put({ id, ...args, specimenOnFile })]);
  },
});
