import type { CardId } from '@cession/shared/card/card.ts';
import type { DocumentView } from '@cession/shared/document/document-procedures.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { inCompany } from '../db/company-transaction.ts';
import { cardDocumentTable } from './document-tables.ts';
import { documentView, peopleNames } from './document-view.ts';

/** The documents of one card, oldest first, as the desk sees them. */
export function showDocuments(
  database: Database,
  actor: Actor,
  { cardId }: { readonly cardId: CardId },
): Promise<readonly DocumentView[]> {
  return inCompany(database, actor.companyId, { accessMode: 'read only' }, async (tx) => {
    const nameOf = await peopleNames(tx, actor.companyId);
    const rows = await tx
      .select()
      .from(cardDocumentTable)
      .where(
        and(
          eq(cardDocumentTable.companyId, actor.companyId),
          eq(cardDocumentTable.cardId, cardId),
          isNull(cardDocumentTable.deletedAt),
        ),
      )
      .orderBy(asc(cardDocumentTable.addedAt), asc(cardDocumentTable.id));
    return rows.map((row) => documentView(row, nameOf));
  });
}
