import { createHash } from 'node:crypto';
import type { DocumentFile, MediaType } from '@cession/shared/document/document.ts';
import type { FileRefusal } from '@cession/shared/document/file-answers.ts';
import { partCount } from '@cession/shared/document/file-parts.ts';
import { isLockedPdf, tellMediaType } from '@cession/shared/document/tell-media-type.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import { and, asc, eq } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { filePartTable, fileTable } from './document-tables.ts';

export interface StoredFile {
  readonly byteLength: number | null;
  readonly mediaType: MediaType | null;
  readonly verifiedAt: Instant | null;
}

/**
 * The row of a content, made where there is none, locked until the transaction ends: whoever adds a document of it and
 * whoever verifies it never miss each other.
 */
export async function lockFile(tx: CompanyTransaction, companyId: string, sha256: string): Promise<StoredFile> {
  await tx.insert(fileTable).values({ companyId, sha256 }).onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(fileTable)
    .where(and(eq(fileTable.companyId, companyId), eq(fileTable.sha256, sha256)))
    .for('update');
  if (!row) throw new Error('a file row that was just made is there');
  return row;
}

export async function partsThere(tx: CompanyTransaction, companyId: string, sha256: string): Promise<number[]> {
  const rows = await tx
    .select({ n: filePartTable.n })
    .from(filePartTable)
    .where(partsOf(companyId, sha256))
    .orderBy(asc(filePartTable.n));
  return rows.map(({ n }) => n);
}

/** Takes a part that was found right. The same one again changes nothing; of a verified file none is taken any more. */
export async function keepPart(
  tx: CompanyTransaction,
  companyId: string,
  { sha256, n, bytes }: { readonly sha256: string; readonly n: number; readonly bytes: Buffer },
): Promise<void> {
  if ((await lockFile(tx, companyId, sha256)).verifiedAt !== null) return;
  await tx
    .insert(filePartTable)
    .values({ companyId, sha256, n, bytes })
    .onConflictDoUpdate({ target: [filePartTable.companyId, filePartTable.sha256, filePartTable.n], set: { bytes } });
}

/** The whole file, in the order of its parts. */
export async function readFileBytes(tx: CompanyTransaction, companyId: string, sha256: string): Promise<Buffer> {
  const rows = await tx
    .select({ bytes: filePartTable.bytes })
    .from(filePartTable)
    .where(partsOf(companyId, sha256))
    .orderBy(asc(filePartTable.n));
  return Buffer.concat(rows.map(({ bytes }) => bytes));
}

/** Is it, byte for byte, what it is called, and of the type it says? null: yes. */
export async function findFault(
  tx: CompanyTransaction,
  companyId: string,
  claimed: DocumentFile,
): Promise<FileRefusal | null> {
  const there = await partsThere(tx, companyId, claimed.sha256);
  if (there.length < partCount(claimed.byteLength)) return 'file.incomplete';
  const bytes = await readFileBytes(tx, companyId, claimed.sha256);
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (hash !== claimed.sha256 || bytes.byteLength !== claimed.byteLength) return 'file.damaged';
  if (tellMediaType(bytes) !== claimed.mediaType) return 'file.wrong-type';
  return claimed.mediaType === 'application/pdf' && isLockedPdf(bytes) ? 'file.locked' : null;
}

export async function markVerified(
  tx: CompanyTransaction,
  companyId: string,
  { sha256, byteLength, mediaType }: DocumentFile,
  now: Instant,
): Promise<void> {
  await tx
    .update(fileTable)
    .set({ byteLength, mediaType, verifiedAt: now })
    .where(and(eq(fileTable.companyId, companyId), eq(fileTable.sha256, sha256)));
}

/** What did not add up is sent anew, all of it. */
export async function dropParts(tx: CompanyTransaction, companyId: string, sha256: string): Promise<void> {
  if ((await lockFile(tx, companyId, sha256)).verifiedAt !== null) return;
  await tx.delete(filePartTable).where(partsOf(companyId, sha256));
}

function partsOf(companyId: string, sha256: string) {
  return and(eq(filePartTable.companyId, companyId), eq(filePartTable.sha256, sha256));
}
