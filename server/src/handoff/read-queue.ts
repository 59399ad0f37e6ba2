import type { CardId } from '@cession/shared/card/card.ts';
import type { Handoff } from '@cession/shared/handoff/handoff.ts';
import { holderOf, type QueueItem } from '@cession/shared/handoff/queue-item.ts';
import type { QueueRow } from '@cession/shared/handoff/queue-view.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { seesReach } from '@cession/shared/people/permissions.ts';
import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { cardKeyTable } from '../card/card-tables.ts';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { peopleTable } from '../people/people-tables.ts';
import { countryOf } from './country-of.ts';
import { fieldChanges } from './field-changes.ts';
import { handoffTable, queueItemTable } from './handoff-tables.ts';
import { isReach } from './reach.ts';

/** What a queue row is made of, still with the whole snapshot. */
export interface QueueEntry {
  readonly item: QueueItem;
  readonly handoff: Handoff;
  /** The revision accounting sent back last, if any. */
  readonly returned: Handoff | null;
  readonly ownerName: string;
  readonly holderName: string;
}

const owner = alias(peopleTable, 'owner');
const holder = alias(peopleTable, 'holder');

/** Items with their frozen card: what is due first stands first, the older of two equals before the younger. */
export async function readQueue(
  tx: CompanyTransaction,
  actor: Actor,
  where: SQL | undefined,
  limit: number,
): Promise<QueueEntry[]> {
  const company = actor.companyId;
  const found = await tx
    .select({ item: queueItemTable, handoff: handoffTable, ownerName: owner.name, holderName: holder.name })
    .from(queueItemTable)
    .innerJoin(
      handoffTable,
      and(eq(handoffTable.companyId, queueItemTable.companyId), eq(handoffTable.id, queueItemTable.handoffId)),
    )
    .leftJoin(
      cardKeyTable,
      and(eq(cardKeyTable.companyId, queueItemTable.companyId), eq(cardKeyTable.id, queueItemTable.id)),
    )
    .leftJoin(owner, and(eq(owner.companyId, company), eq(owner.id, queueItemTable.ownerId)))
    .leftJoin(holder, and(eq(holder.companyId, company), eq(holder.id, queueItemTable.claimedBy)))
    .where(and(eq(queueItemTable.companyId, company), where))
    .orderBy(asc(queueItemTable.dueAt), asc(queueItemTable.firstReceivedAt), asc(queueItemTable.id))
    .limit(limit);
  const pingPong = found.filter(({ item }) => item.returns > 0).map(({ item }) => item.id);
  const returned = await lastReturned(tx, company, pingPong);
  return found.map(({ item, handoff, ownerName, holderName }) => ({
    item,
    handoff,
    returned: returned.get(item.id) ?? null,
    ownerName: ownerName ?? '',
    holderName: holderName ?? '',
  }));
}

export function queueRowOf(entry: QueueEntry, actor: Actor, now: Instant): QueueRow {
  const { item, handoff, returned } = entry;
  const heldBy = holderOf(item, now);
  return {
    cardId: item.id,
    handoffId: item.handoffId,
    name: item.name,
    jurisdiction: item.jurisdiction,
    country: countryOf(handoff.snapshot),
    ownerId: item.ownerId,
    ownerName: entry.ownerName,
    revision: item.revision,
    returns: item.returns,
    changed: changesSince(returned, handoff, actor).length,
    receivedAt: item.receivedAt,
    firstReceivedAt: item.firstReceivedAt,
    dueAt: item.dueAt,
    heldBy,
    heldByName: heldBy === null ? null : entry.holderName,
    leaseUntil: heldBy === null ? null : item.leaseUntil,
    snoozedUntil: item.snoozedUntil !== null && item.snoozedUntil > now ? item.snoozedUntil : null,
  };
}

/**
 * What the owner changed since accounting sent the card back. That a telephone number changed may be seen by everybody, or
 * nobody could tell that the point is answered; what it is, only by those who may see it.
 */
export function changesSince(returned: Handoff | null, handoff: Handoff, actor: Actor) {
  if (returned === null || returned.id === handoff.id) return [];
  const seesAll = seesReach(actor);
  return fieldChanges(returned.snapshot.values, handoff.snapshot.values).map((change) =>
    seesAll || !isReach(change.path) ? change : { ...change, before: null, after: null },
  );
}

async function lastReturned(
  tx: CompanyTransaction,
  companyId: string,
  cardIds: CardId[],
): Promise<ReadonlyMap<string, Handoff>> {
  if (cardIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([handoffTable.cardId])
    .from(handoffTable)
    .where(
      and(
        eq(handoffTable.companyId, companyId),
        inArray(handoffTable.cardId, cardIds),
        eq(handoffTable.state, 'returned'),
      ),
    )
    .orderBy(handoffTable.cardId, desc(handoffTable.revision));
  return new Map(rows.map((row) => [row.cardId, row]));
}
