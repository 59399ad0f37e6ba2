import { logCallBack } from '@cession/shared/notice/log-call-back.ts';
import type { UserId } from '@cession/shared/people/actor.ts';
import { and, eq } from 'drizzle-orm';
import { effectOf, type Effect } from '../sync/effect.ts';
import { bundleTable, ceremonyTable } from './notice-tables.ts';

/** Whoever presented the notice, once or again, does not confirm it by telephone: that would be one person's word twice. */
export const callByAnother: Effect = effectOf(logCallBack, {
  check: async ({ tx, actor, args }) => {
    const [presented] = await tx
      .select({ id: ceremonyTable.id })
      .from(ceremonyTable)
      .innerJoin(
        bundleTable,
        and(eq(bundleTable.companyId, ceremonyTable.companyId), eq(bundleTable.ceremonyId, ceremonyTable.id)),
      )
      .where(
        and(
          eq(ceremonyTable.companyId, actor.companyId),
          eq(ceremonyTable.noticeId, args.noticeId),
          eq(bundleTable.sentBy, actor.userId as UserId), // the session's user
        ),
      )
      .limit(1);
    return presented === undefined ? null : { code: 'call-back.by-somebody-else' };
  },
});
