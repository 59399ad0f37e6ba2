import { weightedSum } from './check-digits.ts';
import { verdict } from './identifier.ts';
import type { CheckTyped, IdentifierContext, IdentifierProblem } from './identifier.ts';
import { withoutSeparators } from './normalise.ts';
import { placeholderProblem } from './sentinels.ts';

/** Letters allowed in the sixth place stand for 0 to 9, in this order (CBR order 515). */
const ACCOUNT_LETTERS = 'ABCEHKMPTX';

/**
 * Расчётный счёт: twenty places, keyed against the bank's БИК (CBR order 515 of 08.09.1997). In front of the account
 * come the last three digits of the БИК or, for units of the Bank of Russia (last three digits below 050), 0 and its
 * fifth and sixth digits; under weights 7-1-3 the sum of the low digits of the products must end in 0. Without a
 * readable bank БИК only the form can be told. Treasury БИК (not 04…) are not keyed: their rule is unverified.
 */
export const checkAccount: CheckTyped = (typed, context) => {
  const value = withoutSeparators(typed);
  const bik = bankBik(context);
  const problem =
    accountFormProblem(value) ??
    placeholderProblem(value, context) ??
    (bik === null || keyHolds(accountPrefix(bik), value) ? null : keyProblem());
  return verdict(value, bik === null ? 'format' : 'check-digit', problem);
};

/**
 * Корреспондентский счёт of a bank at the Bank of Russia: 301…, the same key with 0 and the fifth and sixth digits of
 * the БИК in front, and its last three digits repeat the БИК's. Beside a Treasury БИК stands the single treasury
 * account 40102…, of which only the form is checked (unverified).
 */
export const checkCorrespondentAccount: CheckTyped = (typed, context) => {
  const value = withoutSeparators(typed);
  const bik = bankBik(context);
  const problem =
    accountFormProblem(value) ??
    placeholderProblem(value, context) ??
    (isCorrespondentForm(value, context) ? null : { code: 'format' as const }) ??
    (bik === null ? null : correspondentProblem(value, bik));
  return verdict(value, bik === null ? 'format' : 'check-digit', problem);
};

function correspondentProblem(value: string, bik: string): IdentifierProblem | null {
  if (value.slice(-3) !== bik.slice(-3)) return { code: 'contradiction', part: 'bik' };
  return keyHolds(centralBankPrefix(bik), value) ? null : keyProblem();
}

function isCorrespondentForm(value: string, context: IdentifierContext): boolean {
  if (/^301\d{17}$/.test(value)) return true;
  return /^0[0-3]/.test(knownBik(context) ?? '') && /^40102\d{15}$/.test(value);
}

function accountFormProblem(value: string): IdentifierProblem | null {
  if (!/^[0-9A-Z]+$/.test(value)) return { code: 'format' };
  if (value.length !== 20) return { code: 'length' };
  return /^\d{5}[0-9ABCEHKMPTX]\d{14}$/.test(value) ? null : { code: 'format' };
}

function keyHolds(prefix: string, account: string): boolean {
  const digits = prefix + account.replace(/[A-Z]/, (letter) => String(ACCOUNT_LETTERS.indexOf(letter)));
  // Only the low digit of each product counts, which changes nothing modulo 10.
  return weightedSum(digits, [7, 1, 3]) % 10 === 0;
}

function accountPrefix(bik: string): string {
  return Number(bik.slice(-3)) < 50 ? centralBankPrefix(bik) : bik.slice(-3);
}

function centralBankPrefix(bik: string): string {
  return `0${bik.slice(4, 6)}`;
}

function bankBik(context: IdentifierContext): string | null {
  const bik = knownBik(context);
  return bik?.startsWith('04') ? bik : null;
}

function knownBik(context: IdentifierContext): string | null {
  const bik = withoutSeparators((context.bik ?? '').slice(0, 40));
  return /^0\d{8}$/.test(bik) ? bik : null;
}

function keyProblem(): IdentifierProblem {
  return { code: 'check-digit', part: 'account-key' };
}
