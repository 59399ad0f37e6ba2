import type { CompanyId } from '@cession/shared/people/actor.ts';
import { eq } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { companiesTable } from './people-tables.ts';

/** ISO 3166-1 alpha-2: whose clock and whose holidays count for the company. */
export async function countryOfCompany(tx: CompanyTransaction, companyId: string): Promise<string> {
  const [company] = await tx
    .select({ country: companiesTable.country })
    .from(companiesTable)
    .where(eq(companiesTable.id, companyId as CompanyId)); // a company's id, from the list of companies
  return company?.country ?? '';
}
