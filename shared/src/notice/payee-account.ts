import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok } from '../kernel/result.ts';
import type { UserId } from '../people/actor.ts';
import { companies } from '../people/company.ts';
import { defineMutator, type SyncActor } from '../sync/mutator.ts';
import { checkAccountNumbers } from './account-numbers.ts';
import { AccountNumbers, agreements, payeeAccounts, type Agreement, type PayeeAccount } from './agreement.ts';
import { Because, HolderName } from './agreement-words.ts';

/**
 * A new version of the account debtors pay to, for somebody else to release. Refused while a number fails its check.
 * `over` is the newest version the coordinator saw, so that two proposals never take the same number; one that nobody
 * had decided is set aside by the new one.
 */
export const proposePayeeAccount = defineMutator({
  name: 'payee-account.propose',
  version: 1,
  args: z.object({
    accountId: idSchema<'payee-account'>(),
    agreementId: idSchema<'agreement'>(),
    over: z.nullable(idSchema<'payee-account'>()),
    /** Exactly as the bank has it. */
    holderName: HolderName,
    bankName: z.string().check(z.maxLength(300)),
    numbers: AccountNumbers,
    because: Because,
  }),
  reads: (args, actor) => ({
    company: companies.ref(actor.companyId),
    agreement: agreements.ref(args.agreementId),
    same: payeeAccounts.ref(args.accountId),
    newest: payeeAccounts.ref(args.over ?? args.accountId),
  }),
  decide: ({ company, agreement, same, newest }, args, { actor, receivedAt: now }) => {
    if (!now) return err({ code: 'agreement.needs-signal' });
    if (!agreement) return err({ code: 'agreement.not-found' });
    if (agreement.status === 'ended') return err({ code: 'agreement.ended' });
    if (same) return err({ code: 'payee-account.changed' });
    const over = args.over === null ? null : newest;
    if (args.over !== null && over?.agreementId !== agreement.id) return err({ code: 'payee-account.changed' });
    const { jurisdiction } = agreement;
    const checked = checkAccountNumbers(args.numbers, { jurisdiction, allowSamples: company?.demo ?? false });
    if (!checked.ok) return err({ code: 'payee-account.number-wrong', parts: checked.error.map(({ part }) => part) });
    const proposed: PayeeAccount = {
      id: args.accountId,
      agreementId: agreement.id,
      version: (over?.version ?? 0) + 1,
      status: 'proposed',
      holderName: args.holderName.trim(),
      bankName: args.bankName.trim(),
      currency: agreement.currency,
      numbers: checked.value,
      because: args.because.trim(),
      proposedBy: userOf(actor),
      proposedAt: now,
      decidedBy: null,
      decidedAt: null,
      rejectedBecause: null,
    };
    const setAside = over?.status === 'proposed' ? [payeeAccounts.put(decided(over, 'rejected', actor, now))] : [];
    return ok([payeeAccounts.put(proposed), ...setAside]);
  },
});

/**
 * The second person says yes: the proposal becomes the account in force and the one before is superseded, at once.
 * `replaces` is the account they compared it with; if another has come into force meanwhile, they look again. Nobody
 * releases what they proposed themselves, whatever roles they hold.
 */
export const releasePayeeAccount = defineMutator({
  name: 'payee-account.release',
  version: 1,
  args: z.object({
    accountId: idSchema<'payee-account'>(),
    agreementId: idSchema<'agreement'>(),
    replaces: z.nullable(idSchema<'payee-account'>()),
  }),
  reads: (args) => ({
    agreement: agreements.ref(args.agreementId),
    account: payeeAccounts.ref(args.accountId),
    before: payeeAccounts.ref(args.replaces ?? args.accountId),
  }),
  decide: ({ agreement, account, before }, args, { actor, receivedAt: now }) => {
    const open = openFor(agreement, account, now);
    if (!open.ok) return open;
    const { agreement: of, account: proposal, now: at } = open.value;
    if (proposal.proposedBy === actor.userId) return err({ code: 'payee-account.own-proposal' });
    if (of.status === 'ended') return err({ code: 'agreement.ended' });
    if (of.accountId !== args.replaces) return err({ code: 'payee-account.changed' });
    const replaced = args.replaces === null || !before ? [] : [payeeAccounts.put({ ...before, status: 'superseded' })];
    return ok([
      payeeAccounts.put(decided(proposal, 'released', actor, at)),
      ...replaced,
      agreements.put({ ...of, accountId: proposal.id }),
    ]);
  },
});

/** The second person says no, and why. The account in force stays. */
export const rejectPayeeAccount = defineMutator({
  name: 'payee-account.reject',
  version: 1,
  args: z.object({
    accountId: idSchema<'payee-account'>(),
    agreementId: idSchema<'agreement'>(),
    because: Because,
  }),
  reads: (args) => ({ agreement: agreements.ref(args.agreementId), account: payeeAccounts.ref(args.accountId) }),
  decide: ({ agreement, account }, args, { actor, receivedAt: now }) => {
    const open = openFor(agreement, account, now);
    if (!open.ok) return open;
    const { account: proposal, now: at } = open.value;
    if (proposal.proposedBy === actor.userId) return err({ code: 'payee-account.own-proposal' });
    const rejected = decided(proposal, 'rejected', actor, at);
    return ok([payeeAccounts.put({ ...rejected, rejectedBecause: args.because.trim() })]);
  },
});

/** The proposal that waits before a second person. */
function openFor(agreement: Agreement | null, account: PayeeAccount | null, now: Instant | null) {
  if (!now) return err({ code: 'agreement.needs-signal' });
  if (!agreement) return err({ code: 'agreement.not-found' });
  if (!account || account.agreementId !== agreement.id) return err({ code: 'payee-account.not-found' });
  if (account.status !== 'proposed') return err({ code: 'payee-account.decided' });
  return ok({ agreement, account, now });
}

function decided(
  account: PayeeAccount,
  status: 'released' | 'rejected',
  actor: SyncActor,
  decidedAt: Instant,
): PayeeAccount {
  return { ...account, status, decidedBy: userOf(actor), decidedAt };
}

function userOf(actor: SyncActor): UserId {
  return actor.userId as UserId; // the session's user
}
