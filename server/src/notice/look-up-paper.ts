import type { PaperLookup } from '@cession/shared/notice/notice-procedures.ts';
import { needsRenewal } from '@cession/shared/notice/needs-renewal.ts';
import { and, between, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { inCompany, type CompanyTransaction } from '../db/company-transaction.ts';
import { payeeAccountTable } from './agreement-tables.ts';
import { businessOf } from './business-of.ts';
import { bundleTable, ceremonyTable, noticeTable, paperHashTable } from './notice-tables.ts';
import { readPaper } from './read-paper.ts';
import { shortCode } from './render-notice.ts';

type HashRow = typeof paperHashTable.$inferSelect;

/** What the public page says of a hash: whether it is ours and how far it is proven. No name, no party, no amount. */
export async function lookUpPaper(database: Database, hash: string): Promise<PaperLookup> {
  const row = await findHash(database, hash);
  if (row === null) return { known: false };
  return inCompany(database, row.companyId, { accessMode: 'read only' }, (tx) =>
    answerFor(tx, row, hash.length === 64),
  );
}

/** The sealed paper for whoever holds a hash that only the debtor's tablet showed; null for every other hash. */
export async function copyFor(database: Database, hash: string) {
  const row = await findHash(database, hash);
  if (row === null || !row.opensCopy) return null;
  return inCompany(database, row.companyId, { accessMode: 'read only' }, (tx) =>
    readPaper(tx, row.companyId, row.ceremonyId),
  );
}

/** Asked without a company: the policy of this one table allows it. What was proven goes before what only arrived. */
async function findHash(database: Database, hash: string): Promise<HashRow | null> {
  const rows = await database.select().from(paperHashTable).where(named(hash)).limit(20);
  if (rows.length < 2) return rows[0] ?? null;
  for (const row of rows) {
    const ceremony = await inCompany(database, row.companyId, { accessMode: 'read only' }, (tx) => readStage(tx, row));
    if (ceremony === 'sealed' || ceremony === 'stamped') return row;
  }
  return rows[0] ?? null;
}

/** A whole hash, or the beginning of one that a debtor wrote down from the tablet: those open copies, no others do. */
function named(hash: string) {
  if (hash.length === 64) return eq(paperHashTable.hash, hash);
  const [first, last] = [hash.padEnd(64, '0'), hash.padEnd(64, 'f')];
  return and(between(paperHashTable.hash, first, last), eq(paperHashTable.opensCopy, true));
}

async function readStage(tx: CompanyTransaction, { companyId, ceremonyId }: HashRow) {
  const [found] = await tx
    .select({ stage: ceremonyTable.stage })
    .from(ceremonyTable)
    .where(and(eq(ceremonyTable.companyId, companyId), eq(ceremonyTable.id, ceremonyId)));
  return found?.stage ?? null;
}

async function answerFor(tx: CompanyTransaction, row: HashRow, isWhole: boolean): Promise<PaperLookup> {
  const [found] = await tx
    .select({ ceremony: ceremonyTable, notice: noticeTable, receivedAt: bundleTable.receivedAt })
    .from(ceremonyTable)
    .innerJoin(
      noticeTable,
      and(eq(noticeTable.companyId, ceremonyTable.companyId), eq(noticeTable.id, ceremonyTable.noticeId)),
    )
    .innerJoin(
      bundleTable,
      and(eq(bundleTable.companyId, ceremonyTable.companyId), eq(bundleTable.bundleSha256, ceremonyTable.bundleSha256)),
    )
    .where(and(eq(ceremonyTable.companyId, row.companyId), eq(ceremonyTable.id, row.ceremonyId)));
  if (found === undefined) return { known: false };
  const { ceremony, receivedAt } = found;
  const notice = businessOf(found.notice);
  const { seal } = ceremony;
  return {
    known: true,
    kind: row.kind,
    stage: ceremony.stage,
    outcome: ceremony.outcome,
    code: shortCode(notice.dataSha256),
    jurisdiction: notice.data.jurisdiction,
    signedOn: ceremony.closedAt.slice(0, 10),
    receivedAt,
    sealedAt: seal?.sealedAt ?? null,
    stampedAt: seal?.stampedAt ?? null,
    level: seal?.level ?? null,
    newerCopy: row.kind === 'sealed' && seal !== null && seal.sha256 !== row.hash,
    superseded:
      notice.replacedBy !== null || needsRenewal(notice, await accountsOf(tx, row.companyId, notice.accountId)),
    // Twelve digits are enough to be told, not to be handed a paper.
    copy: row.opensCopy && seal !== null && isWhole,
  };
}

async function accountsOf(tx: CompanyTransaction, companyId: string, accountId: string | null) {
  if (accountId === null) return [];
  const { companyId: company, id } = payeeAccountTable;
  const rows = await tx
    .select()
    .from(payeeAccountTable)
    .where(and(eq(company, companyId), inArray(id, [accountId as typeof payeeAccountTable.$inferSelect.id]))); // only compared
  return rows.map(businessOf);
}
