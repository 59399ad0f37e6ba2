import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import type { UserId } from '../people/actor.ts';
import { defineMutator } from '../sync/mutator.ts';
import { CallBack, notices } from './notice.ts';
import { coordinates, worksOnNotice } from './works-on-notice.ts';

/**
 * Writes down a call to the debtor. A notice changes bank details, which is what a fraudster's letter does too: only a
 * number that was on the card before the notice was prepared proves anything. The rep who presented it does not call.
 */
export const logCallBack = defineMutator({
  name: 'notice.log-call-back',
  version: 1,
  args: z.object({
    noticeId: idSchema<'notice'>(),
    number: CallBack.shape.number,
    spokeWith: CallBack.shape.spokeWith,
    result: CallBack.shape.result,
    note: CallBack.shape.note,
  }),
  reads: (args) => ({ notice: notices.ref(args.noticeId) }),
  decide: ({ notice }, args, { actor, performedAt, receivedAt }) => {
    if (!notice || !(worksOnNotice(notice, actor) || coordinates(actor))) return err({ code: 'notice.not-found' });
    if (!notice.numbersOnFile.includes(args.number)) return err({ code: 'call-back.number-not-on-file' });
    if (notice.preparedBy === actor.userId) return err({ code: 'call-back.by-somebody-else' });
    if (notice.callBacks.length >= 30) return err({ code: 'call-back.too-many' });
    const { noticeId: _noticeId, ...said } = args;
    // the session's user
    const call: CallBack = { ...said, by: actor.userId as UserId, at: receivedAt ?? performedAt };
    return ok([notices.put({ ...notice, callBacks: [...notice.callBacks, call] })]);
  },
});
