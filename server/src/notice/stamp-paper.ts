import { ceremonies } from '@cession/shared/notice/ceremony.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { CeremonyId } from '@cession/shared/notice/notice.ts';
import { and, eq } from 'drizzle-orm';
import { inCompany } from '../db/company-transaction.ts';
import type { JobSubject } from '../db/jobs.ts';
import { sha256Hex } from './evidence-crypto.ts';
import { sealedPaperTable } from './notice-tables.ts';
import type { NoticeWork } from './notice-work.ts';
import { stampSeal, type StampingRefusal } from './seal/stamp-seal.ts';
import { keepPaper } from './seal-ceremony.ts';

/**
 * Adds the time of an authority to a sealed paper. The paper without it stays: whoever got that copy can still check
 * it. Throws while no authority gives a token that holds, so that it is tried again; until then the paper is B-B.
 */
export async function stampPaper(parts: NoticeWork, { companyId, id }: JobSubject): Promise<void> {
  if (parts.stamping === null) return;
  const paper = await unstampedPaper(parts, companyId, id);
  if (paper === null) return;
  const { authorities, roots: stampRoots } = parts.stamping;
  const now = () => new Date(parts.env.now());
  const stamped = await stampSeal(paper.bytes, authorities, { roots: parts.seal.roots, stampRoots, now });
  if (!stamped.ok) return giveUpOrThrow(parts, companyId, id, stamped.error);
  const { stamped: bytes, stampedAt: at } = stamped.value;
  const [sha256, stampedAt] = [sha256Hex(bytes), msToInstant(Date.parse(at))];
  await parts.spine.changeRows(companyId, async (work) => {
    const ceremony = await work.load(ceremonies.ref(id));
    if (ceremony?.stage !== 'sealed' || ceremony.seal === null) return [];
    await keepPaper(work, companyId, ceremony, {
      ...{ bytes, sha256, level: 'B-T', stampedAt },
      at: msToInstant(parts.env.now()),
    });
    const earlierSha256 = [...ceremony.seal.earlierSha256, ceremony.seal.sha256];
    const seal = { ...ceremony.seal, sha256, earlierSha256, level: 'B-T' as const, stampedAt };
    return [ceremonies.put({ ...ceremony, stage: 'stamped', seal })];
  });
  parts.log.info('ceremony.stamped', { companyId, ceremonyId: id, sha256, stampedAt });
}

async function unstampedPaper({ database }: NoticeWork, companyId: string, id: string) {
  const papers = await inCompany(database, companyId, { accessMode: 'read only' }, (tx) =>
    tx
      .select()
      .from(sealedPaperTable)
      .where(
        and(
          eq(sealedPaperTable.companyId, companyId),
          eq(sealedPaperTable.ceremonyId, id as CeremonyId), // only compared
        ),
      ),
  );
  if (papers.some(({ level }) => level === 'B-T')) return null;
  return papers.find(({ level }) => level === 'B-B') ?? null;
}

function giveUpOrThrow(parts: NoticeWork, companyId: string, ceremonyId: string, refusal: StampingRefusal): void {
  switch (refusal.code) {
    case 'already-stamped':
      return;
    case 'no-room':
      parts.log.error('stamp.no-room', { companyId, ceremonyId, needed: refusal.needed, room: refusal.room });
      return;
    case 'no-authority':
      parts.log.warn('stamp.refused', { companyId, ceremonyId, tried: refusal.tried });
      throw new Error('no authority gave a timestamp that holds');
    case 'not-verified':
      parts.log.warn('stamp.refused', { companyId, ceremonyId, words: refusal.words });
      throw new Error('the stamped paper did not verify');
  }
}
