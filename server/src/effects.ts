import type { MutationName } from '@cession/shared/mutators.ts';
import { keepCardKey } from './card/keep-card-key.ts';
import { stampOffer } from './card/stamp-offer.ts';
import { admitHandoff } from './handoff/admit-handoff.ts';
import { knowBytes, limitDocuments } from './document/keep-documents.ts';
import { endWaitingForRemoved } from './handoff/end-waiting.ts';
import { followCard } from './handoff/follow-card.ts';
import { sealAndEnqueue } from './handoff/seal-and-enqueue.ts';
import { callByAnother } from './notice/call-by-another.ts';
import { checkPrepared } from './notice/check-prepared.ts';
import { followCardWithNotices } from './notice/follow-card-with-notices.ts';
import { keepNewestAccount } from './notice/keep-newest-account.ts';
import { keepOneLimit } from './notice/keep-one-limit.ts';
import { needsNoticeParts } from './notice/notice-effects.ts';
import type { AfterContext, Effect } from './sync/effect.ts';

/** Decided on the phone as on the server; the server adds nothing. */
const nothing: Effect = {};

/** THE OTHER LIST: what the server adds to everything a person can do, in the same transaction. */
export const effects: Readonly<Record<MutationName, Effect>> = {
  // capture
  'card.create': keepCardKey,
  'card.edit': keepCardKey,
  'card.discard': both(keepCardKey, followCard),
  'card.keep-both': nothing,
  'card.use-existing': both(keepCardKey, followCard),
  'card.resolve-conflict': keepCardKey,
  'card.share': both(followCard, followCardWithNotices),
  // documents and the papers behind them
  'document.add': both(limitDocuments, knowBytes),
  'document.describe': nothing,
  'document.attach-file': knowBytes,
  'document.remove': endWaitingForRemoved,
  'document.restore': nothing,
  'original.move': nothing,
  // hand over
  'card.hand-over': both(admitHandoff, sealAndEnqueue, keepCardKey),
  // accounting's queue
  'queue.claim': nothing,
  'queue.renew': nothing,
  'queue.put-back': nothing,
  'queue.snooze': nothing,
  'queue.take-over': nothing,
  'handoff.accept': keepCardKey,
  'handoff.return': keepCardKey,
  'handoff.undo-return': keepCardKey,
  // accounting's queue of notices
  'notice.take': nothing,
  'notice.put-back': nothing,
  'notice.file': nothing,
  // questions
  'question.ask': nothing,
  'question.answer': nothing,
  // one owner, always
  'card.offer-ownership': stampOffer,
  'card.accept-ownership': both(keepCardKey, followCard, followCardWithNotices),
  'card.decline-ownership': nothing,
  // agreements
  'factor.save': nothing,
  'supplier.save': nothing,
  'agreement.save': nothing,
  'limit.set': keepOneLimit,
  // the account debtors pay to, by two people
  'payee-account.propose': keepNewestAccount,
  'payee-account.release': nothing,
  'payee-account.reject': nothing,
  // notices
  'notice.prepare': checkPrepared,
  'notice.close-ceremony': needsNoticeParts,
  'notice.record-later': nothing,
  'notice.log-call-back': callByAnother,
  'notice.withdraw': nothing,
  'notice.activate': nothing,
  'ceremony.decide': needsNoticeParts,
};

/** Effects side by side: the first refusal counts, the consequences add up. */
function both(...list: readonly Effect[]): Effect {
  return {
    looksAt: (read) => list.flatMap((effect) => effect.looksAt?.(read) ?? []),
    check: async (context) => {
      for (const effect of list) {
        const refusal = (await effect.check?.(context)) ?? null;
        if (refusal !== null) return refusal;
      }
      return null;
    },
    after: async (context: AfterContext) => {
      const further = [];
      for (const effect of list) further.push(...((await effect.after?.(context)) ?? []));
      return further;
    },
  };
}
