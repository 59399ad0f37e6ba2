import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { err, ok } from '../kernel/result.ts';
import { defineMutator } from '../sync/mutator.ts';
import { LaterOutcome, notices, type DatedFact, type LaterOutcome as Later, type Notice } from './notice.ts';
import { coordinates, worksOnNotice } from './works-on-notice.ts';

/**
 * Writes down what became known without the tablet: the post delivered it or brought it back, the debtor asked for
 * proof or got it, disputes a claim, or the factor released it in writing. Every fact keeps its own moment; none
 * follows from another and none from silence (Ptk. 6:4(4)).
 */
export const recordLater = defineMutator({
  name: 'notice.record-later',
  version: 1,
  args: z.object({
    noticeId: idSchema<'notice'>(),
    outcome: LaterOutcome,
    /** When it happened, as the paper behind it says. */
    on: Instant,
    /** Tracking number, letter reference, what was disputed. */
    note: z.string().check(z.minLength(1), z.maxLength(2000)),
  }),
  reads: (args) => ({ notice: notices.ref(args.noticeId) }),
  decide: ({ notice }, args, { actor, performedAt, receivedAt }) => {
    if (!notice || !(worksOnNotice(notice, actor) || coordinates(actor))) return err({ code: 'notice.not-found' });
    if (notice.status === 'withdrawn') return err({ code: 'notice.withdrawn' });
    if (args.on > (receivedAt ?? performedAt)) return err({ code: 'notice.in-the-future' });
    if (args.outcome === 'released' && !coordinates(actor)) return err({ code: 'notice.factor-releases' });
    return ok([
      notices.put(noticeAfter(notice, args.outcome, { at: args.on, by: byOf(args.outcome), note: args.note })),
    ]);
  },
});

function byOf(outcome: Later): DatedFact['by'] {
  return outcome === 'by-post' || outcome === 'returned' ? 'post' : 'person';
}

function noticeAfter(notice: Notice, outcome: Later, fact: DatedFact): Notice {
  const { facts } = notice;
  const unsigned = facts.acknowledged === undefined;
  // While the evidence of a ceremony is in doubt, the post's word is better than it.
  const standing = (known: DatedFact | undefined) =>
    notice.status === 'review' && known?.by === 'ceremony' ? undefined : known;
  switch (outcome) {
    case 'by-post':
      return {
        ...notice,
        // A signature says more than a delivery slip.
        outcome: unsigned ? outcome : notice.outcome,
        facts: {
          ...facts,
          noticeReceived: standing(notice.facts.noticeReceived) ?? fact,
          ...(notice.accountId === null
            ? {}
            : { instructionReceived: standing(notice.facts.instructionReceived) ?? fact }),
        },
      };
    case 'returned':
      return { ...notice, outcome: unsigned ? outcome : notice.outcome, facts: { ...facts, returned: fact } };
    case 'proof-requested':
      return { ...notice, outcome, facts: { ...facts, proofRequested: facts.proofRequested ?? fact } };
    case 'proof-given':
      return { ...notice, outcome, facts: { ...facts, proofGiven: fact } };
    case 'disputed':
      return { ...notice, outcome, facts: { ...facts, disputed: fact } };
    case 'released':
      return { ...notice, outcome, facts: { ...facts, released: fact } };
  }
}
