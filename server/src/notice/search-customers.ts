import { foldName } from '@cession/shared/card/fold-name.ts';
import type { LimitedCustomer, searchCustomers as Procedure } from '@cession/shared/notice/agreement-procedures.ts';
import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { and, asc, eq, ilike, isNull, ne, or } from 'drizzle-orm';
import { cardKeyTable } from '../card/card-tables.ts';
import type { Database } from '../db/client.ts';
import { inCompany } from '../db/company-transaction.ts';

const MOST = 20;

/** Customers by name, in any spelling; without a name the first ones of the alphabet. Cards nobody has named are left out. */
export function searchCustomers(
  database: Database,
  { companyId }: Actor,
  { search }: InputOfProcedure<typeof Procedure>,
): Promise<readonly LimitedCustomer[]> {
  const typed = search.trim();
  const folded = foldName(typed);
  return inCompany(database, companyId, { accessMode: 'read only' }, (tx) =>
    tx
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
          ne(cardKeyTable.name, ''),
          typed === ''
            ? undefined
            : or(
                folded === '' ? undefined : ilike(cardKeyTable.foldedName, `%${likeText(folded)}%`),
                ilike(cardKeyTable.name, `%${likeText(typed)}%`),
              ),
        ),
      )
      .orderBy(asc(cardKeyTable.name))
      .limit(MOST),
  );
}

function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
