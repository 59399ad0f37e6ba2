import type { Agreement, PayeeAccount } from '@cession/shared/notice/agreement.ts';
import { accountInForce, openProposal } from '@cession/shared/notice/needs-renewal.ts';

/** What an agreement waits for; empty: nothing. In the order it matters to whoever reads a list. */
export type AgreementNeed = 'second-signature' | 'account' | 'register-entry';

/** Recourse under Hungarian law stands on its register entry (Ptk. 6:406); an ended agreement needs nothing more. */
export function agreementNeeds(agreement: Agreement, accounts: readonly PayeeAccount[]): AgreementNeed[] {
  if (agreement.status === 'ended') return [];
  const needs: AgreementNeed[] = [];
  if (openProposal(agreement, accounts) !== null) needs.push('second-signature');
  else if (accountInForce(agreement, accounts) === null) needs.push('account');
  if (agreement.jurisdiction === 'HU' && agreement.recourse && agreement.registerEntry === null) {
    needs.push('register-entry');
  }
  return needs;
}

/** Versions of one agreement, the newest first. */
export function versionsOf(agreement: Agreement, accounts: readonly PayeeAccount[]): PayeeAccount[] {
  return accounts.filter(({ agreementId }) => agreementId === agreement.id).toSorted((a, b) => b.version - a.version);
}

/** What the account changed from: the one that was in force when it was proposed, else the version before. */
export function changedFrom(account: PayeeAccount, versions: readonly PayeeAccount[]): PayeeAccount | null {
  const older = versions.filter(({ version }) => version < account.version);
  const wasInForce = older.filter(({ status }) => status === 'released' || status === 'superseded');
  return wasInForce.toSorted((a, b) => b.version - a.version)[0] ?? null;
}
