import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import type { CompanyId, UserId } from '../people/actor.ts';
import { defineMutator } from '../sync/mutator.ts';
import { agreements, debtorLimits, payeeAccounts, suppliers } from './agreement.ts';
import { ceremonies } from './ceremony.ts';
import { noticeGate } from './notice-gate.ts';
import { notices } from './notice.ts';

/** Stands where a notice has no account, no limit or no ceremony: reads must name a row. */
const NONE = '00000000-0000-0000-0000-000000000000';

/**
 * From here on invoices to this debtor may be funded. The coordinator's act, and refused as long as the gate of the
 * notice lacks a line; nobody is let past it.
 */
export const activateNotice = defineMutator({
  name: 'notice.activate',
  version: 1,
  args: z.object({
    noticeId: idSchema<'notice'>(),
    agreementId: idSchema<'agreement'>(),
    accountId: z.nullable(idSchema<'payee-account'>()),
    limitId: z.nullable(idSchema<'debtor-limit'>()),
    ceremonyId: z.nullable(idSchema<'ceremony'>()),
  }),
  reads: (args, actor) => ({
    notice: notices.ref(args.noticeId),
    supplier: suppliers.ref(actor.companyId as CompanyId), // the session's company
    agreement: agreements.ref(args.agreementId),
    account: payeeAccounts.ref(args.accountId ?? NONE),
    limit: debtorLimits.ref(args.limitId ?? NONE),
    ceremony: ceremonies.ref(args.ceremonyId ?? NONE),
  }),
  decide: ({ notice, supplier, agreement, account, limit, ceremony }, _args, { actor, performedAt, receivedAt }) => {
    if (!notice) return err({ code: 'notice.not-found' });
    if (notice.activatedAt !== null) return ok([]);
    if (notice.status === 'withdrawn') return err({ code: 'notice.withdrawn' });
    if (notice.replacedBy !== null) return err({ code: 'notice.replaced' });
    const own = {
      agreement: agreement?.id === notice.agreementId ? agreement : null,
      ceremony: ceremony?.id === notice.ceremonyId ? ceremony : null,
    };
    const lines = noticeGate({ notice, supplier, account, limit, ...own });
    const missing = lines.filter(({ met }) => !met).map(({ key }) => key);
    if (missing.length > 0) return err({ code: 'notice.gate', missing });
    const activatedBy = actor.userId as UserId; // the session's user
    return ok([notices.put({ ...notice, activatedBy, activatedAt: receivedAt ?? performedAt })]);
  },
});
