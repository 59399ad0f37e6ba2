import { debtorLimits } from '@cession/shared/notice/agreement.ts';
import { setLimit } from '@cession/shared/notice/debtor-limit.ts';
import { and, eq } from 'drizzle-orm';
import { effectOf } from '../sync/effect.ts';
import { debtorLimitTable } from './agreement-tables.ts';

/** One limit per agreement and debtor. The agreement's row is locked by then, so two wishes come one after the other. */
export const keepOneLimit = effectOf(setLimit, {
  check: async ({ tx, actor, args, rows, pending }) => {
    if (!rows.agreement) return null;
    const stored = await tx
      .select({ id: debtorLimitTable.id })
      .from(debtorLimitTable)
      .where(
        and(
          eq(debtorLimitTable.companyId, actor.companyId),
          eq(debtorLimitTable.agreementId, args.agreementId),
          eq(debtorLimitTable.cardId, args.cardId),
        ),
      );
    const here = pending(debtorLimits).filter(
      ({ agreementId, cardId }) => agreementId === args.agreementId && cardId === args.cardId,
    );
    return [...stored, ...here].every(({ id }) => id === args.limitId) ? null : { code: 'limit.exists' };
  },
});
