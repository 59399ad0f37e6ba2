import { ceremonies, type Ceremony } from '@cession/shared/notice/ceremony.ts';
import { notices } from '@cession/shared/notice/notice.ts';
import { SERVER_REMARKS } from '@cession/shared/notice/server-remarks.ts';
import { verifyEvidence, type Verified } from '@cession/shared/notice/verify-evidence.ts';
import { and, eq, ne } from 'drizzle-orm';
import { inCompany, type CompanyTransaction } from '../db/company-transaction.ts';
import type { JobSubject } from '../db/jobs.ts';
import type { RowWork } from '../sync/change-rows.ts';
import { findDevice } from './devices.ts';
import { evidencePorts } from './evidence-ports.ts';
import { findNotOnFile } from './find-not-on-file.ts';
import { bundleTable, paperHashTable } from './notice-tables.ts';
import type { NoticeWork } from './notice-work.ts';
import { readCeremony, type CeremonyFile } from './read-ceremony.ts';

/** Judges evidence that was received, once: whoever comes second finds it judged and leaves it. */
export async function verifyCeremony(parts: NoticeWork, { companyId, id }: JobSubject): Promise<void> {
  const found = await inCompany(parts.database, companyId, { accessMode: 'read only' }, async (tx) => {
    const file = await readCeremony(tx, companyId, id);
    return file && { file, notOnFile: await findNotOnFile(tx, file, parts.verifyAddress ?? null) };
  });
  if (found === null || found.file.ceremony.stage !== 'received') return;
  const { file, notOnFile } = found;
  const verified = await verifyEvidence(file.kept.raw, evidencePorts(parts, file, notOnFile)).catch(
    (error: unknown) => {
      // The same bytes would trip us again and again; the database and the network fail in other ways.
      if (error instanceof RangeError || error instanceof TypeError) return beyondUs(parts, { companyId, id }, error);
      throw error;
    },
  );
  await parts.spine.changeRows(companyId, async (work) => {
    const ceremony = await work.load(ceremonies.ref(id));
    if (ceremony?.stage !== 'received') return [];
    return record(work, file, ceremony, verified);
  });
  const failed = verified.checks.find(({ ok }) => !ok);
  parts.log.info('ceremony.verified', { companyId, ceremonyId: id, ok: verified.ok, failed: failed?.check ?? null });
}

/** What trips the checks themselves goes to a person like what fails them. */
function beyondUs({ log }: NoticeWork, { companyId, id }: JobSubject, error: Error): Verified {
  log.error('ceremony.check-failed', { companyId, ceremonyId: id, error });
  const detail = 'the check itself stumbled; what happened is in the log of the server';
  return {
    ok: false,
    checks: [{ check: 'bundle.schema', ok: false, detail }],
    remarks: [],
    quarantine: false,
    bundle: null,
  };
}

async function record(work: RowWork, file: CeremonyFile, ceremony: Ceremony, verified: Verified) {
  const stage = verified.ok ? 'verified' : verified.quarantine ? 'quarantined' : 'review';
  const remarks = [...verified.remarks, ...(await furtherRemarks(work.tx, file, verified))];
  const judged: Ceremony = { ...ceremony, stage, checks: verified.checks, remarks: remarks.slice(0, 20) };
  if (verified.ok) {
    const { companyId } = file;
    const presented = { kind: 'presented' as const, eventType: null, opensCopy: false };
    await work.tx
      .insert(paperHashTable)
      .values({ companyId, ceremonyId: ceremony.id, hash: ceremony.pdfSha256, ...presented })
      .onConflictDoNothing();
    return [ceremonies.put(judged)];
  }
  const notice = await work.load(notices.ref(ceremony.noticeId));
  if (notice?.ceremonyId !== ceremony.id || notice.status !== 'closed') return [ceremonies.put(judged)];
  return [ceremonies.put(judged), notices.put({ ...notice, status: 'review' })];
}

async function furtherRemarks(
  tx: CompanyTransaction,
  { companyId, ceremony, kept }: CeremonyFile,
  { quarantine }: Verified,
): Promise<string[]> {
  const remarks: string[] = [];
  const [second] = await tx
    .select({ id: bundleTable.bundleSha256 })
    .from(bundleTable)
    .where(
      and(
        eq(bundleTable.companyId, companyId),
        eq(bundleTable.ceremonyId, ceremony.id),
        ne(bundleTable.bundleSha256, kept.bundleSha256),
      ),
    )
    .limit(1);
  if (second !== undefined) remarks.push(SERVER_REMARKS.differs);
  const device = quarantine ? await findDevice(tx, companyId, ceremony.deviceKey) : null;
  if (device !== null && device.compromisedSince !== null && ceremony.closedAt < device.compromisedSince)
    remarks.push(SERVER_REMARKS.beforeCompromise);
  return remarks;
}
