import { payeeAccounts } from '@cession/shared/notice/agreement.ts';
import { proposePayeeAccount } from '@cession/shared/notice/payee-account.ts';
import { and, desc, eq } from 'drizzle-orm';
import { effectOf } from '../sync/effect.ts';
import { payeeAccountTable } from './agreement-tables.ts';

/**
 * Versions of an agreement's account go up by one: a proposal must stand on the newest there is. The agreement's row is
 * locked by then, so two proposals come one after the other and the second sees the first.
 */
export const keepNewestAccount = effectOf(proposePayeeAccount, {
  check: async ({ tx, actor, args, rows, pending }) => {
    if (!rows.agreement) return null;
    const [stored] = await tx
      .select({ id: payeeAccountTable.id, version: payeeAccountTable.version })
      .from(payeeAccountTable)
      .where(and(eq(payeeAccountTable.companyId, actor.companyId), eq(payeeAccountTable.agreementId, args.agreementId)))
      .orderBy(desc(payeeAccountTable.version))
      .limit(1);
    const here = pending(payeeAccounts).filter(({ agreementId }) => agreementId === args.agreementId);
    const newest = [...here, ...(stored ? [stored] : [])].toSorted((a, b) => b.version - a.version)[0];
    return (newest?.id ?? null) === args.over ? null : { code: 'payee-account.changed' };
  },
});
