import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import { defineMutator } from '../sync/mutator.ts';
import { notices } from './notice.ts';
import { coordinates, worksOnNotice } from './works-on-notice.ts';

/** Takes a notice back before anybody received it. What was received can only be released, by the factor. */
export const withdrawNotice = defineMutator({
  name: 'notice.withdraw',
  version: 1,
  args: z.object({ noticeId: idSchema<'notice'>(), because: z.string().check(z.minLength(1), z.maxLength(500)) }),
  reads: (args) => ({ notice: notices.ref(args.noticeId) }),
  decide: ({ notice }, _args, { actor }) => {
    if (!notice || !(worksOnNotice(notice, actor) || coordinates(actor))) return err({ code: 'notice.not-found' });
    if (notice.status === 'withdrawn') return ok([]);
    if (notice.status !== 'prepared' || notice.facts.noticeReceived !== undefined)
      return err({ code: 'notice.received-already' });
    return ok([notices.put({ ...notice, status: 'withdrawn' })]);
  },
});
