import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { Instant, type Instant as Moment } from '../kernel/instant.ts';
import { err, ok } from '../kernel/result.ts';
import type { UserId } from '../people/actor.ts';
import { defineMutator } from '../sync/mutator.ts';
import { heldBy, heldByNobody, holderOf, queueItems, type Holdable, type QueueItem } from './queue-item.ts';

const Args = z.object({ cardId: idSchema<'card'>() });
const rowsOf = (args: { cardId: QueueItem['id'] }) => ({ item: queueItems.ref(args.cardId) });

/** Takes an item off the queue for fifteen minutes. Two people never hold one item. */
export const claimItem = defineMutator({
  name: 'queue.claim',
  version: 1,
  args: Args,
  reads: (args) => rowsOf(args),
  decide: ({ item }, _args, { actor, receivedAt: now }) => {
    if (!now) return err({ code: 'queue.needs-signal' });
    if (item?.state !== 'waiting') return err({ code: 'queue.not-waiting' });
    const holder = holderOf(item, now);
    if (holder !== null && holder !== actor.userId) return err({ code: 'queue.held', by: holder });
    const mine = heldBy(item, actor.userId as UserId, now); // the session's user
    return ok([queueItems.put({ ...mine, snoozedUntil: null, snoozedBy: null })]);
  },
});

/** The chief takes an item over from whoever holds it. */
export const takeOverItem = defineMutator({
  name: 'queue.take-over',
  version: 1,
  args: Args,
  reads: (args) => rowsOf(args),
  decide: ({ item }, _args, { actor, receivedAt: now }) => {
    if (!now) return err({ code: 'queue.needs-signal' });
    if (item?.state !== 'waiting') return err({ code: 'queue.not-waiting' });
    const mine = heldBy(item, actor.userId as UserId, now); // the session's user
    return ok([queueItems.put({ ...mine, snoozedUntil: null, snoozedBy: null })]);
  },
});

/** Work on the item: the lease starts again. */
export const renewLease = defineMutator({
  name: 'queue.renew',
  version: 1,
  args: Args,
  reads: (args) => rowsOf(args),
  decide: ({ item }, _args, { actor, receivedAt: now }) => {
    if (!now) return err({ code: 'queue.needs-signal' });
    if (!item || !isHeldBy(item, actor.userId, now)) return err({ code: 'queue.not-yours' });
    return ok([queueItems.put(heldBy(item, item.claimedBy, now))]);
  },
});

/** Gives the item back to everybody. */
export const putBackItem = defineMutator({
  name: 'queue.put-back',
  version: 1,
  args: Args,
  reads: (args) => rowsOf(args),
  decide: ({ item }, _args, { actor, receivedAt: now }) => {
    if (!now) return err({ code: 'queue.needs-signal' });
    if (!item || !isHeldBy(item, actor.userId, now)) return err({ code: 'queue.not-yours' });
    return ok([queueItems.put(heldByNobody(item))]);
  },
});

/** Puts the item away until a time; its due time does not move. */
export const snoozeItem = defineMutator({
  name: 'queue.snooze',
  version: 1,
  args: z.object({ cardId: idSchema<'card'>(), until: Instant }),
  reads: (args) => rowsOf(args),
  decide: ({ item }, args, { actor, receivedAt: now }) => {
    if (!now) return err({ code: 'queue.needs-signal' });
    if (!item || !isHeldBy(item, actor.userId, now)) return err({ code: 'queue.not-yours' });
    if (args.until <= now) return err({ code: 'queue.snooze-in-the-past' });
    const snoozedBy = actor.userId as UserId; // the session's user
    return ok([queueItems.put({ ...heldByNobody(item), snoozedUntil: args.until, snoozedBy })]);
  },
});

export function isHeldBy(item: Holdable & { readonly state: string }, userId: string, now: Moment): boolean {
  return item.state === 'waiting' && holderOf(item, now) === userId;
}
