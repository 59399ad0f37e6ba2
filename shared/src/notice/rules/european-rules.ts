import type { NoticeData } from '../notice-data.ts';
import { claimIsNamed } from './claim-rules.ts';
import { block, info, warn, type Finding } from './finding.ts';

/**
 * The Union: the law of the supply contract decides, so every finding here is a rule of the house. Two of them follow
 * the UN Receivables Convention 2001 art. 15(2) as good practice: an instruction changes neither the currency nor the
 * State of payment. It is not shown as law, because it is not law here.
 */
export function europeanRules(data: NoticeData): readonly Finding[] {
  return [
    ...(claimIsNamed(data) ? [] : [block('claim-not-identified', 'scope')]),
    ...(data.payee === null ? [warn('payee-missing', 'payee')] : []),
    ...(data.sender === 'factor' && !data.proofAttached ? [warn('debtor-may-withhold', 'proofAttached')] : []),
    ...(data.governingLaw.trim() === '' ? [warn('governing-law-missing', 'governingLaw')] : []),
    ...sameCurrency(data),
    ...sameCountry(data),
  ];
}

function sameCurrency({ payee, scope }: NoticeData): readonly Finding[] {
  if (payee === null || scope.kind === 'contract') return [];
  return scope.rows.every((row) => row.currency === payee.currency) ? [] : [info('currency-differs', 'payee.currency')];
}

function sameCountry({ payee, accountBefore }: NoticeData): readonly Finding[] {
  if (payee?.numbers.kind !== 'iban' || accountBefore?.numbers.kind !== 'iban') return [];
  const country = (iban: string) => iban.slice(0, 2).toUpperCase();
  return country(payee.numbers.iban) === country(accountBefore.numbers.iban)
    ? []
    : [info('country-of-payment-differs', 'payee.numbers.iban')];
}
