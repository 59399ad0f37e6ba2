import { ceremonies, type Ceremony } from '@cession/shared/notice/ceremony.ts';
import { msToInstant, type Instant } from '@cession/shared/kernel/instant.ts';
import { notices, type CeremonyOutcome } from '@cession/shared/notice/notice.ts';
import { inCompany } from '../db/company-transaction.ts';
import type { JobSubject } from '../db/jobs.ts';
import type { RowWork } from '../sync/change-rows.ts';
import { sha256Hex } from './evidence-crypto.ts';
import { STAMP_PAPER } from './notice-jobs.ts';
import { paperHashTable, sealedPaperTable } from './notice-tables.ts';
import type { NoticeWork } from './notice-work.ts';
import { readCeremony } from './read-ceremony.ts';
import { makeSealedPaper, Undrawable } from './make-sealed-paper.ts';

/**
 * Seals what was verified, or accepted by a person. The file, its hash, the row and the request for a timestamp are one
 * transaction: a process killed before it has left nothing, one killed after it has nothing left to do, and a second
 * seal of the same ceremony finds no place.
 */
export async function sealCeremony(parts: NoticeWork, { companyId, id }: JobSubject): Promise<void> {
  const file = await inCompany(parts.database, companyId, { accessMode: 'read only' }, (tx) =>
    readCeremony(tx, companyId, id),
  );
  if (file === null || file.ceremony.stage !== 'verified') return;
  const sealedAt = msToInstant(parts.env.now());
  const made = await makeSealedPaper(parts.seal, file, sealedAt, parts.verifyAddress).catch((error: unknown) => {
    if (error instanceof Undrawable) return error;
    throw error;
  });
  if (made instanceof Undrawable) return askPerson(parts, companyId, id, made);
  const bytes = made;
  const sha256 = sha256Hex(bytes);
  await parts.spine.changeRows(companyId, async (work) => {
    const ceremony = await work.load(ceremonies.ref(id));
    if (ceremony?.stage !== 'verified') return [];
    await keepPaper(work, companyId, ceremony, { bytes, sha256, level: 'B-B', at: sealedAt, stampedAt: null });
    if (parts.stamping !== null) await parts.jobs.enqueue(work.tx, STAMP_PAPER, { companyId, id });
    const seal = { sha256, earlierSha256: [], level: 'B-B' as const, sealedAt, stampedAt: null };
    return recordSeal(parts, work, companyId, { ...ceremony, stage: 'sealed', seal });
  });
  parts.log.info('ceremony.sealed', { companyId, ceremonyId: id, sha256 });
}

/** What no paper can be made of goes back to a person, with the reason, instead of being tried for ever. */
async function askPerson(parts: NoticeWork, companyId: string, id: string, error: Undrawable): Promise<void> {
  const detail = `the sealed paper cannot be drawn: ${error.message}`.slice(0, 500).toWellFormed();
  await parts.spine.changeRows(companyId, async (work) => {
    const ceremony = await work.load(ceremonies.ref(id));
    if (ceremony?.stage !== 'verified') return [];
    const others = ceremony.checks.filter(({ check }) => check !== 'paper.match');
    const checks = [...others, { check: 'paper.match', ok: false, detail }];
    const notice = await work.load(notices.ref(ceremony.noticeId));
    const waits = notice?.ceremonyId === ceremony.id && notice.status === 'closed';
    return [
      ceremonies.put({ ...ceremony, stage: 'review', checks }),
      ...(waits ? [notices.put({ ...notice, status: 'review' as const })] : []),
    ];
  });
  parts.log.error('ceremony.undrawable', { companyId, ceremonyId: id, error });
}

interface Paper {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly level: 'B-B' | 'B-T';
  readonly at: Instant;
  readonly stampedAt: Instant | null;
}

/** Throws where the paper is there already: the caller has looked, so that would be a second seal. */
export async function keepPaper({ tx }: RowWork, companyId: string, { id }: Ceremony, paper: Paper): Promise<void> {
  await tx.insert(sealedPaperTable).values({ companyId, ceremonyId: id, ...paper });
  const hash = { hash: paper.sha256, kind: 'sealed' as const, eventType: null, opensCopy: false };
  await tx.insert(paperHashTable).values({ companyId, ceremonyId: id, ...hash });
}

/** Whether the paper reached the debtor: those go on to accounting. */
const REACHED: Readonly<Record<CeremonyOutcome, boolean>> = {
  acknowledged: true,
  'with-exceptions': true,
  'received-only': true,
  refused: true,
  'wrong-person': false,
  absent: false,
};

async function recordSeal(parts: NoticeWork, work: RowWork, companyId: string, ceremony: Ceremony) {
  const notice = await work.load(notices.ref(ceremony.noticeId));
  if (notice === null) return [ceremonies.put(ceremony)];
  const decides = notice.ceremonyId === ceremony.id && (notice.status === 'closed' || notice.status === 'review');
  const after = decides ? { ...notice, status: 'proven' as const } : notice;
  const handedOn = REACHED[ceremony.outcome]
    ? await parts.enqueueNoticeHandoff(work, { companyId, notice: after, ceremony })
    : [];
  return [ceremonies.put(ceremony), ...(decides ? [notices.put(after)] : []), ...handedOn];
}
