import * as z from 'zod/mini';
import { Jurisdiction } from '../card/jurisdiction.ts';
import { idSchema } from '../kernel/id.ts';
import { addMs, Instant } from '../kernel/instant.ts';
import { defineTable } from '../sync/table.ts';

/** Minutes an accountant holds an item without touching it. */
export const LEASE_MS = 15 * 60 * 1000;

/** A person may take a return back this long; two seconds of it are for the way to the server. */
export const UNDO_RETURN_MS = 12 * 1000;

export const QueueState = z.enum(['waiting', 'with-rep', 'done']);

/**
 * A card's place in accounting's queue. One per card (`id` is the card's id): it keeps its place and its clock
 * over returns and resends. Never leaves the server for a phone.
 */
export const QueueItem = z.object({
  id: idSchema<'card'>(),
  handoffId: idSchema<'handoff'>(),
  revision: z.int(),
  state: QueueState,
  jurisdiction: Jurisdiction,
  /** For the list; the truth stands in the snapshot. */
  name: z.string(),
  ownerId: idSchema<'user'>(),
  /** All server clock. */
  firstReceivedAt: Instant,
  receivedAt: Instant,
  dueAt: Instant,
  claimedBy: z.nullable(idSchema<'user'>()),
  leaseUntil: z.nullable(Instant),
  snoozedUntil: z.nullable(Instant),
  snoozedBy: z.nullable(idSchema<'user'>()),
  /** Times it was returned: ping-pong, counted. */
  returns: z.int(),
});
export type QueueItem = z.infer<typeof QueueItem>;

export const queueItems = defineTable<QueueItem>({ name: 'queue-items', schema: QueueItem });

/** Anything of a queue that one person at a time can hold. */
export type Holdable = Pick<QueueItem, 'claimedBy' | 'leaseUntil'>;

/** Who holds the item now, by the server's clock; null when nobody does or the lease ran out. */
export function holderOf(item: Holdable, now: Instant): string | null {
  return item.claimedBy !== null && item.leaseUntil !== null && item.leaseUntil > now ? item.claimedBy : null;
}

export function heldBy<Item extends Holdable>(item: Item, userId: Holdable['claimedBy'], now: Instant): Item {
  return { ...item, claimedBy: userId, leaseUntil: addMs(now, LEASE_MS) };
}

export function heldByNobody<Item extends Holdable>(item: Item): Item {
  return { ...item, claimedBy: null, leaseUntil: null };
}
