import { decideCeremony } from '@cession/shared/notice/decide-ceremony.ts';
import { and, eq } from 'drizzle-orm';
import type { Jobs } from '../db/jobs.ts';
import { effectOf, type Effect } from '../sync/effect.ts';
import { readBundle } from './event-hashes.ts';
import { PROVE_CEREMONY } from './notice-jobs.ts';
import { bundleTable } from './notice-tables.ts';

/** Nobody decides about what they witnessed themselves, and nothing is sealed that cannot even be read. */
export function weighDecision(jobs: Pick<Jobs, 'enqueue'>): Effect {
  return effectOf(decideCeremony, {
    check: async ({ tx, actor, args, rows }) => {
      if (rows.ceremony === null) return null;
      const [kept] = await tx
        .select({ raw: bundleTable.raw, sentBy: bundleTable.sentBy })
        .from(bundleTable)
        .where(
          and(eq(bundleTable.companyId, actor.companyId), eq(bundleTable.bundleSha256, rows.ceremony.bundleSha256)),
        );
      const bundle = kept ? readBundle(kept.raw) : null;
      const witnesses =
        bundle?.events.flatMap(({ body }) => (body.type === 'witnessed' ? [body.data.userId] : [])) ?? [];
      if (kept?.sentBy === actor.userId || witnesses.some((id) => id === actor.userId))
        return { code: 'ceremony.own-witness' };
      return args.decision === 'accept' && bundle === null ? { code: 'ceremony.unreadable' } : null;
    },
    after: async ({ tx, actor, args }) => {
      if (args.decision === 'accept')
        await jobs.enqueue(tx, PROVE_CEREMONY, { companyId: actor.companyId, id: args.ceremonyId });
      return [];
    },
  });
}
