import type { listQueue as Procedure } from '@cession/shared/handoff/desk-procedures.ts';
import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import type { QueueList } from '@cession/shared/handoff/queue-view.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { Actor, UserId } from '@cession/shared/people/actor.ts';
import { and, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { look, type DeskParts } from './desk-parts.ts';
import { queueItemTable } from './handoff-tables.ts';
import { matchesSearch } from './match-search.ts';
import { queueRowOf, readQueue } from './read-queue.ts';

/** More than a desk can look at; the rest comes up as these are done. */
const LIST_LIMIT = 500;

/** The queue as one person at a desk sees it: what is due first stands first. */
export function listQueue(
  parts: DeskParts,
  actor: Actor,
  input: InputOfProcedure<typeof Procedure>,
): Promise<QueueList> {
  return look(parts, actor, async (tx, now) => {
    const userId = actor.userId as UserId; // the session's user
    const where = and(
      shelves(userId, now)[input.show],
      input.jurisdiction === null ? undefined : eq(queueItemTable.jurisdiction, input.jurisdiction),
      matchesSearch(input.search),
    );
    const entries = await readQueue(tx, actor, where, LIST_LIMIT);
    const rows = entries.map((entry) => queueRowOf(entry, actor, now));
    return { now, rows, counts: await countShelves(tx, actor.companyId, userId, now) };
  });
}

const waiting = eq(queueItemTable.state, 'waiting');

/** Not put away, or put away until a time that has come. */
export function isAwake(now: Instant): SQL | undefined {
  return or(isNull(queueItemTable.snoozedUntil), lte(queueItemTable.snoozedUntil, now));
}

function shelves(userId: UserId, now: Instant) {
  return {
    waiting: and(waiting, isAwake(now)),
    mine: and(waiting, eq(queueItemTable.claimedBy, userId), gt(queueItemTable.leaseUntil, now)),
    snoozed: and(waiting, gt(queueItemTable.snoozedUntil, now)),
    'with-rep': eq(queueItemTable.state, 'with-rep'),
    pastDue: and(waiting, isAwake(now), lte(queueItemTable.dueAt, now)),
  } as const;
}

/** Of the whole queue, whatever is filtered; in one walk over what is not done. */
async function countShelves(
  tx: CompanyTransaction,
  companyId: string,
  userId: UserId,
  now: Instant,
): Promise<QueueList['counts']> {
  const shelf = shelves(userId, now);
  const [counts] = await tx
    .select({
      waiting: countWhere(shelf.waiting),
      pastDue: countWhere(shelf.pastDue),
      mine: countWhere(shelf.mine),
      snoozed: countWhere(shelf.snoozed),
      withRep: countWhere(shelf['with-rep']),
    })
    .from(queueItemTable)
    .where(and(eq(queueItemTable.companyId, companyId), inArray(queueItemTable.state, ['waiting', 'with-rep'])));
  return counts ?? { waiting: 0, pastDue: 0, mine: 0, snoozed: 0, withRep: 0 };
}

function countWhere(where: SQL | undefined) {
  return sql`count(*) filter (where ${where})`.mapWith(Number);
}
