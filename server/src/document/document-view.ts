import type { DocumentView } from '@cession/shared/document/document-procedures.ts';
import type { CardDocument } from '@cession/shared/document/document.ts';
import { eq } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { peopleTable } from '../people/people-tables.ts';

export type NameOf = (userId: string) => string;

export async function peopleNames(tx: CompanyTransaction, companyId: string): Promise<NameOf> {
  const rows = await tx
    .select({ id: peopleTable.id, name: peopleTable.name })
    .from(peopleTable)
    .where(eq(peopleTable.companyId, companyId));
  const names = new Map<string, string>(rows.map(({ id, name }) => [id, name]));
  return (userId) => names.get(userId) ?? '';
}

export function documentView(row: CardDocument, nameOf: NameOf): DocumentView {
  const { id, cardId, type, note, fileName, file, bytesAt, form, dueOn, original, addedAt, removed } = row;
  return {
    ...{ id, cardId, type, note, fileName, file, bytesAt, form, dueOn, original, addedAt, removed },
    moves: row.moves.map((move) => ({ ...move, byName: nameOf(move.by) })),
    addedByName: nameOf(row.addedBy),
  };
}
