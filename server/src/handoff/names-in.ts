import { eq } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { peopleTable } from '../people/people-tables.ts';

/** The name of a colleague, empty for nobody and for an id nobody has. */
export type NameOf = (userId: string | null) => string;

export async function namesIn(tx: CompanyTransaction, companyId: string): Promise<NameOf> {
  const rows = await tx
    .select({ id: peopleTable.id, name: peopleTable.name })
    .from(peopleTable)
    .where(eq(peopleTable.companyId, companyId));
  const names = new Map<string, string>(rows.map(({ id, name }) => [id, name]));
  return (userId) => (userId === null ? '' : (names.get(userId) ?? ''));
}
