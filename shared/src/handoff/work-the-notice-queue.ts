import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import type { UserId } from '../people/actor.ts';
import { defineMutator } from '../sync/mutator.ts';
import { NoticeHandoff, noticeHandoffs } from './notice-handoff.ts';
import { heldBy, heldByNobody, holderOf } from './queue-item.ts';
import { isHeldBy } from './work-the-queue.ts';

const ids = { ceremonyId: idSchema<'ceremony'>() };
const Args = z.object(ids);
const rowsOf = (args: z.infer<typeof Args>) => ({ item: noticeHandoffs.ref(args.ceremonyId) });

/** Takes a proven notice off the queue for fifteen minutes; whoever holds it already has them anew. */
export const takeNotice = defineMutator({
  name: 'notice.take',
  version: 1,
  args: Args,
  reads: (args) => rowsOf(args),
  decide: ({ item }, _args, { actor, receivedAt: now }) => {
    if (!now) return err({ code: 'queue.needs-signal' });
    if (item?.state !== 'waiting') return err({ code: 'queue.not-waiting' });
    const holder = holderOf(item, now);
    if (holder !== null && holder !== actor.userId) return err({ code: 'queue.held', by: holder });
    return ok([noticeHandoffs.put(heldBy(item, actor.userId as UserId, now))]); // the session's user
  },
});

/** Gives it back to everybody. */
export const putNoticeBack = defineMutator({
  name: 'notice.put-back',
  version: 1,
  args: Args,
  reads: (args) => rowsOf(args),
  decide: ({ item }, _args, { actor, receivedAt: now }) => {
    if (!now) return err({ code: 'queue.needs-signal' });
    if (!item || !isHeldBy(item, actor.userId, now)) return err({ code: 'queue.not-yours' });
    return ok([noticeHandoffs.put(heldByNobody(item))]);
  },
});

/** Entered in the books: the debtor's payments are expected on the account the notice names. For good. */
export const fileNotice = defineMutator({
  name: 'notice.file',
  version: 1,
  args: z.object({ ...ids, note: NoticeHandoff.shape.note }),
  reads: (args) => rowsOf(args),
  decide: ({ item }, args, { actor, receivedAt: now }) => {
    if (!now) return err({ code: 'queue.needs-signal' });
    if (!item || !isHeldBy(item, actor.userId, now)) return err({ code: 'queue.not-yours' });
    const filedBy = actor.userId as UserId; // the session's user
    const filed = { ...heldByNobody(item), state: 'done' as const, filedBy, filedAt: now, note: args.note.trim() };
    return ok([noticeHandoffs.put(filed)]);
  },
});
