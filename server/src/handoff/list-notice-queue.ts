import type { listNoticeQueue as Procedure, NoticeQueueList } from '@cession/shared/handoff/notice-queue-procedures.ts';
import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { Actor, UserId } from '@cession/shared/people/actor.ts';
import { and, count, eq, gt, ilike, lte, or, type SQL } from 'drizzle-orm';
import { look, type DeskParts } from './desk-parts.ts';
import { likeText } from './match-search.ts';
import { noticeHandoffTable as table } from './notice-handoff-tables.ts';
import { readNoticeQueue } from './read-notice-queue.ts';

const LIMIT = 500;

/** Accounting's queue of notices as one person sees it. */
export function listNoticeQueue(
  parts: DeskParts,
  actor: Actor,
  { show, search }: InputOfProcedure<typeof Procedure>,
): Promise<NoticeQueueList> {
  return look(parts, actor, async (tx, now) => {
    const { companyId } = actor;
    const shelf = shelves(actor.userId as UserId, now); // the session's user
    const where = and(shelf[show], matches(search));
    const entries = await readNoticeQueue(tx, { companyId, now }, where, {
      limit: LIMIT,
      latestFirst: show === 'done',
    });
    const counted = async (which: SQL | undefined): Promise<number> => {
      const [row] = await tx
        .select({ number: count() })
        .from(table)
        .where(and(eq(table.companyId, companyId), which));
      return row?.number ?? 0;
    };
    const counts = {
      waiting: await counted(shelf.waiting),
      pastDue: await counted(shelf.pastDue),
      mine: await counted(shelf.mine),
      done: await counted(shelf.done),
    };
    return { now, rows: entries.map(({ row }) => row), counts };
  });
}

const waiting = eq(table.state, 'waiting');

function shelves(userId: UserId, now: Instant) {
  return {
    waiting,
    mine: and(waiting, eq(table.claimedBy, userId), gt(table.leaseUntil, now)),
    done: eq(table.state, 'done'),
    pastDue: and(waiting, lte(table.dueAt, now)),
  } as const;
}

function matches(search: string): SQL | undefined {
  const typed = search.trim();
  if (typed === '') return undefined;
  return or(ilike(table.debtorName, `%${likeText(typed)}%`), ilike(table.number, `%${likeText(typed)}%`));
}
