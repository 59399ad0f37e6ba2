import type { CardId } from '@cession/shared/card/card.ts';
import { cardDocuments, type CardDocument, type DocumentId } from '@cession/shared/document/document.ts';
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { EffectContext } from '../sync/effect.ts';
import { cardDocumentTable } from './document-tables.ts';

type Context = Pick<EffectContext, 'tx' | 'actor' | 'load' | 'pending'>;

/** All documents of a card as they stand in this transaction, those that were taken off it too. */
export function documentsOfCardIn(context: Context, cardId: CardId): Promise<CardDocument[]> {
  return documentsIn(context, eq(cardDocumentTable.cardId, cardId), (row) => row.cardId === cardId);
}

/** All documents of the company that name this content. */
export function documentsOfFileIn(context: Context, sha256: string): Promise<CardDocument[]> {
  return documentsIn(context, namesFile(sha256), (row) => row.file?.sha256 === sha256);
}

export function namesFile(sha256: string): SQL {
  return sql`${cardDocumentTable.file} ->> 'sha256' = ${sha256}`;
}

async function documentsIn(
  context: Context,
  where: SQL,
  fits: (row: CardDocument) => boolean,
): Promise<CardDocument[]> {
  const stored = await context.tx
    .select({ id: cardDocumentTable.id })
    .from(cardDocumentTable)
    .where(and(eq(cardDocumentTable.companyId, context.actor.companyId), isNull(cardDocumentTable.deletedAt), where));
  const ids = new Set<DocumentId>([...stored, ...context.pending(cardDocuments)].map(({ id }) => id));
  const rows: CardDocument[] = [];
  for (const id of [...ids].toSorted()) {
    const row = await context.load(cardDocuments.ref(id));
    if (row !== null && fits(row)) rows.push(row);
  }
  return rows;
}
