import type { Ceremony } from '@cession/shared/notice/ceremony.ts';
import type { CeremonyId, Notice } from '@cession/shared/notice/notice.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { businessOf } from './business-of.ts';
import { bundleTable, ceremonyTable, noticeTable } from './notice-tables.ts';

export type KeptBundle = typeof bundleTable.$inferSelect;

/** A ceremony with its notice and the evidence that came with it. */
export interface CeremonyFile {
  readonly companyId: string;
  readonly ceremony: Ceremony;
  readonly notice: Notice;
  readonly kept: KeptBundle;
}

export async function readCeremony(
  tx: CompanyTransaction,
  companyId: string,
  ceremonyId: string,
): Promise<CeremonyFile | null> {
  const [found] = await tx
    .select({ ceremony: ceremonyTable, notice: noticeTable, kept: bundleTable })
    .from(ceremonyTable)
    .innerJoin(
      noticeTable,
      and(eq(noticeTable.companyId, ceremonyTable.companyId), eq(noticeTable.id, ceremonyTable.noticeId)),
    )
    .innerJoin(
      bundleTable,
      and(eq(bundleTable.companyId, ceremonyTable.companyId), eq(bundleTable.bundleSha256, ceremonyTable.bundleSha256)),
    )
    .where(
      and(
        eq(ceremonyTable.companyId, companyId),
        eq(ceremonyTable.id, ceremonyId as CeremonyId), // only compared
        isNull(ceremonyTable.deletedAt),
      ),
    );
  if (found === undefined) return null;
  return {
    companyId,
    ceremony: businessOf(found.ceremony),
    notice: businessOf(found.notice),
    kept: found.kept,
  };
}
