import type { DocumentFile, DocumentId } from '@cession/shared/document/document.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { can } from '@cession/shared/people/permissions.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { inCompany } from '../db/company-transaction.ts';
import { cardDocumentTable } from './document-tables.ts';
import { readFileBytes } from './file-store.ts';

/** One document's file, for whoever works on its card and for the desk; null: not there, or not for this person. */
export async function showFile(database: Database, actor: Actor, id: DocumentId): Promise<Response | null> {
  const found = await inCompany(database, actor.companyId, { accessMode: 'read only' }, async (tx) => {
    const [row] = await tx
      .select()
      .from(cardDocumentTable)
      .where(
        and(
          eq(cardDocumentTable.companyId, actor.companyId),
          eq(cardDocumentTable.id, id),
          isNull(cardDocumentTable.deletedAt),
        ),
      );
    if (!row?.file || row.bytesAt === null) return null;
    if (!row.audienceIds.some((one) => one === actor.userId) && !can(actor, 'documents.of-card')) return null;
    return { ...row, file: row.file, bytes: await readFileBytes(tx, actor.companyId, row.file.sha256) };
  });
  if (found === null) return null;
  return new Response(new Uint8Array(found.bytes), { headers: headersOf(found.file, found.fileName) });
}

const EXTENSIONS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
} as const;

/**
 * Never as something that runs: pictures every browser draws are shown, everything else is saved; and whatever it is,
 * it is sandboxed and keeps the type that was found in its bytes.
 */
function headersOf({ mediaType, byteLength }: DocumentFile, fileName: string): Record<string, string> {
  const isPicture = mediaType === 'image/jpeg' || mediaType === 'image/png';
  const stem = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim() || 'document';
  const name = `${stem}.${EXTENSIONS[mediaType]}`;
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return {
    'content-type': mediaType,
    'content-length': String(byteLength),
    'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
}
