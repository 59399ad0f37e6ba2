import type { CeremonyId } from '@cession/shared/notice/notice.ts';
import { and, desc, eq } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { sealedPaperTable } from './notice-tables.ts';

/** The sealed paper of a ceremony, with its timestamp where it has one; null before it is sealed. */
export async function readPaper(
  tx: CompanyTransaction,
  companyId: string,
  ceremonyId: CeremonyId,
): Promise<typeof sealedPaperTable.$inferSelect | null> {
  const [paper] = await tx
    .select()
    .from(sealedPaperTable)
    .where(and(eq(sealedPaperTable.companyId, companyId), eq(sealedPaperTable.ceremonyId, ceremonyId)))
    // 'B-T' comes after 'B-B'.
    .orderBy(desc(sealedPaperTable.level))
    .limit(1);
  return paper ?? null;
}

/** Always a download: nothing of it runs in our origin. */
export function download(bytes: Uint8Array | string, mediaType: string, fileName: string): Response {
  return new Response(typeof bytes === 'string' ? bytes : Uint8Array.from(bytes), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName.replaceAll(/[^\w.-]+/g, '-')}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
