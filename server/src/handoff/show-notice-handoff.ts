import type {
  NoticeQueueView,
  showNoticeHandoff as Procedure,
} from '@cession/shared/handoff/notice-queue-procedures.ts';
import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { eq } from 'drizzle-orm';
import { readCeremony } from '../notice/read-ceremony.ts';
import { readGateRows } from '../notice/read-gate-rows.ts';
import { look, type DeskParts } from './desk-parts.ts';
import { noticeHandoffTable } from './notice-handoff-tables.ts';
import { readNoticeQueue } from './read-notice-queue.ts';

/** One proven notice with what accounting enters in the books. */
export function showNoticeHandoff(
  parts: DeskParts,
  actor: Actor,
  { ceremonyId }: InputOfProcedure<typeof Procedure>,
): Promise<NoticeQueueView | null> {
  return look(parts, actor, async (tx, now) => {
    const { companyId } = actor;
    const where = eq(noticeHandoffTable.id, ceremonyId);
    const [entry] = await readNoticeQueue(tx, { companyId, now }, where, { limit: 1, latestFirst: false });
    const file = entry === undefined ? null : await readCeremony(tx, companyId, ceremonyId);
    if (entry === undefined || file === null) return null;
    const { notice, ceremony } = file;
    const { agreement, account } = (await readGateRows(tx, companyId)).of(notice);
    return {
      now,
      row: entry.row,
      handoff: entry.handoff,
      data: notice.data,
      facts: notice.facts,
      signerNames: ceremony.signerNames,
      accountInForce:
        notice.accountId === null ? null : account?.status === 'released' && agreement?.accountId === account.id,
      replaced: notice.replacedBy !== null || notice.status === 'withdrawn',
      stampedSha256: ceremony.seal?.level === 'B-T' ? ceremony.seal.sha256 : null,
    };
  });
}
