import type { DocumentFile } from '@cession/shared/document/document.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { cardDocumentTable } from './document-tables.ts';
import { namesFile } from './documents-of.ts';

export interface ExpectedFile {
  readonly file: DocumentFile;
  /** A document of this person that names the file has no bytes yet. */
  readonly wanted: boolean;
}

/**
 * The file a document of this person's cards names; null: none does, or not yet. A file of a colleague's card and one of
 * another company look the same as one nobody has.
 */
export async function expectedFile(tx: CompanyTransaction, actor: Actor, sha256: string): Promise<ExpectedFile | null> {
  const rows = await tx
    .select({ file: cardDocumentTable.file, bytesAt: cardDocumentTable.bytesAt })
    .from(cardDocumentTable)
    .where(
      and(
        eq(cardDocumentTable.companyId, actor.companyId),
        isNull(cardDocumentTable.deletedAt),
        isInAudience(actor),
        namesFile(sha256),
      ),
    );
  const wanted = rows.find(({ bytesAt }) => bytesAt === null);
  const file = (wanted ?? rows[0])?.file ?? null;
  return file === null ? null : { file, wanted: wanted !== undefined };
}

function isInAudience({ userId }: Actor) {
  return sql`${userId} = any(${cardDocumentTable.audienceIds})`;
}
