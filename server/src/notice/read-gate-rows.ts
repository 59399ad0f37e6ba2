import type { PayeeAccount } from '@cession/shared/notice/agreement.ts';
import type { NoticeGateFacts } from '@cession/shared/notice/notice-gate.ts';
import type { Notice } from '@cession/shared/notice/notice.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { SpineTable } from '../db/columns.ts';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { agreementTable, debtorLimitTable, payeeAccountTable, supplierTable } from './agreement-tables.ts';
import { businessOf } from './business-of.ts';

/** What the gate of every notice of a company looks at besides the notice and its ceremony. */
export interface GateRows {
  readonly accounts: readonly PayeeAccount[];
  of(notice: Notice): Pick<NoticeGateFacts, 'supplier' | 'agreement' | 'account' | 'limit'>;
}

/** A company has a handful of agreements, so they come in one piece. */
export async function readGateRows(tx: CompanyTransaction, companyId: string): Promise<GateRows> {
  const live = (table: SpineTable) => and(eq(table.companyId, companyId), isNull(table.deletedAt));
  const [supplier] = await tx.select().from(supplierTable).where(live(supplierTable));
  const agreements = (await tx.select().from(agreementTable).where(live(agreementTable))).map(businessOf);
  const accounts = (await tx.select().from(payeeAccountTable).where(live(payeeAccountTable))).map(businessOf);
  const limits = (await tx.select().from(debtorLimitTable).where(live(debtorLimitTable))).map(businessOf);
  return {
    accounts,
    of: ({ agreementId, accountId, cardId }) => ({
      supplier: supplier === undefined ? null : businessOf(supplier),
      agreement: agreements.find(({ id }) => id === agreementId) ?? null,
      account: accounts.find(({ id }) => id === accountId) ?? null,
      limit: limits.find((limit) => limit.agreementId === agreementId && limit.cardId === cardId) ?? null,
    }),
  };
}
