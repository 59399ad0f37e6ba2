import type { AgreementsView, LimitedCustomer } from '@cession/shared/notice/agreement-procedures.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { and, asc, desc, eq, exists, isNull, sql } from 'drizzle-orm';
import { cardKeyTable } from '../card/card-tables.ts';
import type { Database } from '../db/client.ts';
import { inCompany, type CompanyTransaction } from '../db/company-transaction.ts';
import { peopleTable } from '../people/people-tables.ts';
import { agreementTable, debtorLimitTable, factorTable, payeeAccountTable, supplierTable } from './agreement-tables.ts';
import { businessOf } from './business-of.ts';

/** Factors, agreements, every version of their accounts and the limits, from one moment. */
export function listAgreements(database: Database, { companyId }: Actor): Promise<AgreementsView> {
  const moment = { accessMode: 'read only', isolationLevel: 'repeatable read' } as const;
  return inCompany(database, companyId, moment, async (tx) => {
    const [supplier] = await tx.select().from(supplierTable).where(eq(supplierTable.companyId, companyId));
    const factors = await tx.select().from(factorTable).where(eq(factorTable.companyId, companyId));
    const agreements = await tx
      .select()
      .from(agreementTable)
      .where(eq(agreementTable.companyId, companyId))
      .orderBy(asc(agreementTable.status), desc(agreementTable.signedOn));
    const accounts = await tx
      .select()
      .from(payeeAccountTable)
      .where(eq(payeeAccountTable.companyId, companyId))
      .orderBy(desc(payeeAccountTable.version));
    const limits = await tx.select().from(debtorLimitTable).where(eq(debtorLimitTable.companyId, companyId));
    return {
      supplier: supplier === undefined ? null : businessOf(supplier),
      factors: factors.map(businessOf),
      agreements: agreements.map(businessOf),
      accounts: accounts.map(businessOf),
      limits: limits.map(businessOf),
      customers: await limitedCustomers(tx, companyId),
      names: await namesOf(tx, companyId),
    };
  });
}

function limitedCustomers(tx: CompanyTransaction, companyId: string): Promise<LimitedCustomer[]> {
  const itsLimit = and(eq(debtorLimitTable.companyId, companyId), eq(debtorLimitTable.cardId, cardKeyTable.id));
  return tx
    .select({
      cardId: cardKeyTable.id,
      name: cardKeyTable.name,
      jurisdiction: cardKeyTable.jurisdiction,
      status: cardKeyTable.status,
    })
    .from(cardKeyTable)
    .where(
      and(
        eq(cardKeyTable.companyId, companyId),
        isNull(cardKeyTable.deletedAt),
        exists(
          tx
            .select({ one: sql`1` })
            .from(debtorLimitTable)
            .where(itsLimit),
        ),
      ),
    )
    .orderBy(asc(cardKeyTable.name));
}

/** Colleagues may know each other's names; a company has tens of people. */
async function namesOf(tx: CompanyTransaction, companyId: string): Promise<Record<string, string>> {
  const rows = await tx
    .select({ id: peopleTable.id, name: peopleTable.name })
    .from(peopleTable)
    .where(eq(peopleTable.companyId, companyId));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
