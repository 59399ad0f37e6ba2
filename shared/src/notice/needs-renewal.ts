import type { Agreement, PayeeAccount } from './agreement.ts';
import type { Notice } from './notice.ts';

/** The account debtors must pay to now; null: none was released yet. Only what the agreement names and was released. */
export function accountInForce(agreement: Agreement, accounts: readonly PayeeAccount[]): PayeeAccount | null {
  const account = accounts.find(({ id }) => id === agreement.accountId);
  return account?.status === 'released' && account.agreementId === agreement.id ? account : null;
}

/** The proposal that waits for its second person; a new proposal takes the place of the one before. */
export function openProposal(agreement: Agreement, accounts: readonly PayeeAccount[]): PayeeAccount | null {
  const own = accounts.filter((account) => account.agreementId === agreement.id && account.status === 'proposed');
  return own.toSorted((a, b) => b.version - a.version)[0] ?? null;
}

/**
 * The notice instructs to an account that is not in force any more: the debtor needs a new one. A notice without an
 * instruction, a withdrawn one and one that another has replaced need nothing. House rule: a changed account is a new
 * notice, never a corrected one.
 */
export function needsRenewal(
  notice: Pick<Notice, 'accountId' | 'status' | 'replacedBy'>,
  accounts: readonly PayeeAccount[],
): boolean {
  if (notice.accountId === null || notice.status === 'withdrawn' || notice.replacedBy !== null) return false;
  return accounts.find(({ id }) => id === notice.accountId)?.status !== 'released';
}
