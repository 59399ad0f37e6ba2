import * as z from 'zod/mini';
import { cards, type Card } from '../card/card.ts';
import { worksOn } from '../card/works-on.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import type { UserId } from '../people/actor.ts';
import { defineMutator, type MutationContext } from '../sync/mutator.ts';
import { agreements, payeeAccounts, type PayeeAccount } from './agreement.ts';
import { numbersOnFile, payeeOf } from './compose-notice.ts';
import { NoticeData } from './notice-data.ts';
import { notices, type Notice } from './notice.ts';
import { PaperLanguage } from './paper-document.ts';
import { noticeRules } from './rules/notice-rules.ts';

/** An account nobody has: reads must name a row. */
const NO_ACCOUNT = '00000000-0000-0000-0000-000000000000';

/**
 * Freezes what a notice says. The phone sends the whole text it will show; every part of the account must be, to the
 * digit, a version that was released. A version superseded while the phone had no signal is let through: the paper may
 * be signed already, and says by its version that it must be renewed.
 */
export const prepareNotice = defineMutator({
  name: 'notice.prepare',
  version: 1,
  args: z.object({
    noticeId: idSchema<'notice'>(),
    cardId: idSchema<'card'>(),
    agreementId: idSchema<'agreement'>(),
    language: PaperLanguage,
    data: NoticeData,
    /** SHA-256 of the canonical JSON of `data`; the server counts it again. */
    dataSha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    /** The notice it takes the place of. */
    replaces: z.nullable(idSchema<'notice'>()),
  }),
  reads: (args) => ({
    card: cards.ref(args.cardId),
    agreement: agreements.ref(args.agreementId),
    account: payeeAccounts.ref(args.data.payee?.accountId ?? NO_ACCOUNT),
    same: notices.ref(args.noticeId),
    replaced: notices.ref(args.replaces ?? args.noticeId),
  }),
  decide: ({ card, agreement, account, same, replaced }, args, context) => {
    const { data } = args;
    if (!card || !worksOn(card, context.actor)) return err({ code: 'card.not-found' });
    if (same) return err({ code: 'notice.exists' });
    if (!agreement) return err({ code: 'notice.no-agreement' });
    if (agreement.status === 'ended') return err({ code: 'notice.agreement-ended' });
    if (data.noticeId !== args.noticeId || data.jurisdiction !== agreement.jurisdiction)
      return err({ code: 'notice.text-differs' });
    const stopping = noticeRules(data).filter(({ stops }) => stops === 'prepare');
    if (stopping.length > 0) return err({ code: 'notice.rules', rules: stopping.map(({ code }) => code) });
    if (data.payee !== null && !isReleasedVersion(account, data, agreement.id))
      return err({ code: 'notice.account-differs' });
    if (args.replaces !== null && (!replaced || replaced.cardId !== card.id)) return err({ code: 'notice.not-found' });
    const notice = noticeOf(card, args, context);
    if (args.replaces === null || !replaced) return ok([notices.put(notice)]);
    return ok([notices.put(notice), notices.put({ ...replaced, replacedBy: notice.id })]);
  },
});

function isReleasedVersion(account: PayeeAccount | null, data: NoticeData, agreementId: string): boolean {
  if (!account || account.agreementId !== agreementId) return false;
  if (account.status !== 'released' && account.status !== 'superseded') return false;
  return data.payee !== null && canonicalJson(payeeOf(account)) === canonicalJson(data.payee);
}

function noticeOf(
  card: Card,
  args: { noticeId: Notice['id']; agreementId: Notice['agreementId']; language: Notice['language'] } & Pick<
    Notice,
    'data' | 'dataSha256'
  >,
  context: MutationContext,
): Notice {
  return {
    id: args.noticeId,
    cardId: card.id,
    agreementId: args.agreementId,
    accountId: args.data.payee?.accountId ?? null,
    ownerId: card.ownerId,
    audienceIds: [card.ownerId, ...card.helpers],
    number: args.data.number,
    language: args.language,
    data: args.data,
    dataSha256: args.dataSha256,
    numbersOnFile: numbersOnFile(card),
    status: 'prepared',
    outcome: null,
    ceremonyId: null,
    attempts: 0,
    refusals: 0,
    facts: {},
    callBacks: [],
    activatedBy: null,
    activatedAt: null,
    replacedBy: null,
    preparedBy: context.actor.userId as UserId, // the session's user
    preparedAt: context.performedAt,
  };
}
