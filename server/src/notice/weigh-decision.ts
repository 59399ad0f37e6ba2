import { ceremonies, type Ceremony } from '@cession/shared/notice/ceremony.ts';
import { noticeAfter } from '@cession/shared/notice/close-ceremony.ts';
import { decideCeremony, withoutCeremony } from '@cession/shared/notice/decide-ceremony.ts';
import { summaryOf, type CeremonySummary } from '@cession/shared/notice/evidence-summary.ts';
import type { EvidenceBundle } from '@cession/shared/notice/evidence.ts';
import { mayBePresented } from '@cession/shared/notice/may-be-presented.ts';
import { notices, type Notice } from '@cession/shared/notice/notice.ts';
import type { Change } from '@cession/shared/sync/table.ts';
import { and, eq } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import type { Jobs } from '../db/jobs.ts';
import { effectOf, type Effect } from '../sync/effect.ts';
import { readBundle } from './event-hashes.ts';
import { PROVE_CEREMONY } from './notice-jobs.ts';
import { bundleTable } from './notice-tables.ts';

/**
 * Nobody decides about what they witnessed themselves. Nothing is sealed that cannot be read, or that was signed for
 * another notice, another text or another company. What is accepted is the evidence: where the short form beside it said
 * something else, the evidence takes its place.
 */
export function weighDecision(jobs: Pick<Jobs, 'enqueue'>): Effect {
  return effectOf(decideCeremony, {
    check: async ({ tx, actor, args, rows: { ceremony, notice } }) => {
      if (ceremony === null) return null;
      const { bundle, sentBy } = await readKept(tx, actor.companyId, ceremony);
      const witnesses =
        bundle?.events.flatMap(({ body }) => (body.type === 'witnessed' ? [body.data.userId] : [])) ?? [];
      if (sentBy === actor.userId || witnesses.some((id) => id === actor.userId))
        return { code: 'ceremony.own-witness' };
      if (args.decision !== 'accept' || notice === null) return null;
      if (bundle === null || summaryOf(bundle) === null) return { code: 'ceremony.unreadable' };
      return isOf(bundle, ceremony, notice, actor.companyId) ? null : { code: 'ceremony.of-another' };
    },
    after: async ({ tx, actor, args, rows, load }) => {
      if (args.decision !== 'accept') return [];
      await jobs.enqueue(tx, PROVE_CEREMONY, { companyId: actor.companyId, id: args.ceremonyId });
      const accepted = await load(ceremonies.ref(args.ceremonyId));
      if (accepted === null || rows.notice === null) return [];
      const { bundle } = await readKept(tx, actor.companyId, accepted);
      const summary = bundle && summaryOf(bundle);
      return summary ? asEvidenceSays(summary, accepted, rows.notice) : [];
    },
  });
}

async function readKept(tx: CompanyTransaction, companyId: string, { bundleSha256 }: Ceremony) {
  const [kept] = await tx
    .select({ raw: bundleTable.raw, sentBy: bundleTable.sentBy })
    .from(bundleTable)
    .where(and(eq(bundleTable.companyId, companyId), eq(bundleTable.bundleSha256, bundleSha256)));
  return { bundle: kept ? readBundle(kept.raw) : null, sentBy: kept?.sentBy ?? null };
}

function isOf(bundle: EvidenceBundle, ceremony: Ceremony, notice: Notice, companyId: string): boolean {
  const prepared = bundle.events[0]?.body;
  return (
    prepared?.type === 'prepared' &&
    bundle.ceremonyId === ceremony.id &&
    bundle.events.every(({ body }) => body.ceremonyId === ceremony.id) &&
    bundle.noticeId === notice.id &&
    prepared.data.noticeId === notice.id &&
    prepared.data.companyId === companyId &&
    prepared.data.dataSha256 === notice.dataSha256
  );
}

function asEvidenceSays(
  { language: _language, ...said }: CeremonySummary,
  accepted: Ceremony,
  notice: Notice,
): readonly Change[] {
  const { outcome, head, pdfSha256, deviceKey, signerNames, closedAt } = said;
  const { bundleSha256, receivedAt } = accepted;
  const ceremony = { ...accepted, outcome, head, pdfSha256, deviceKey, signerNames: [...signerNames], closedAt };
  const summary = { ...said, bundleSha256, signerNames: [...signerNames] };
  const { attempts } = notice;
  const before = withoutCeremony(notice, accepted);
  const decides = notice.ceremonyId === accepted.id;
  if (!decides && (notice.ceremonyId !== null || !mayBePresented(before)))
    return [ceremonies.put(ceremony), notices.put(redated(notice, summary, accepted))];
  const counted = decides && accepted.outcome === 'refused' ? 1 : 0;
  const after = noticeAfter({ ...before, refusals: before.refusals - counted }, summary, receivedAt);
  return [ceremonies.put(ceremony), notices.put({ ...after, attempts })];
}

/** Another ceremony decided the notice; what this one said first gets the moment of its evidence. */
function redated(
  notice: Notice,
  { happenedAt }: Pick<CeremonySummary, 'happenedAt'>,
  { id, receivedAt }: Ceremony,
): Notice {
  const at = receivedAt !== null && receivedAt < happenedAt ? receivedAt : happenedAt;
  const facts = Object.entries(notice.facts).map(([name, fact]) =>
    fact?.ceremonyId === id ? [name, { ...fact, at }] : [name, fact],
  );
  return { ...notice, facts: Object.fromEntries(facts) };
}
