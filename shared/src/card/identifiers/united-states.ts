import { weightedSum } from './check-digits.ts';
import { digitsProblem, verdict } from './identifier.ts';
import type { CheckTyped, IdentifierCheck, IdentifierContext, IdentifierProblem } from './identifier.ts';
import { withoutSeparators } from './normalise.ts';
import { placeholderProblem } from './sentinels.ts';

/** Prefixes the IRS has given to no campus (complement of its published list). */
const UNUSED_EIN_PREFIXES = new Set('00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97'.split(' '));

const STATES = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR ' +
    'PA RI SC SD TN TX UT VT VA WA WV WI WY DC AS GU MP PR VI'
  ).split(' '),
);

/** EIN: nine digits with a prefix the IRS uses. It has no check digit. */
export const checkEin: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  return verdict(digits, 'format', digitsProblem(digits, 9) ?? einProblem(digits, context));
};

/**
 * ABA routing number: weights 3-7-1, the sum a multiple of 10 (American Bankers Association). That it begins with
 * 00–12, 21–32, 61–72 or 80 is unverified.
 */
export const checkAba: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  return verdict(digits, 'check-digit', digitsProblem(digits, 9) ?? abaProblem(digits, context));
};

/** Account at a US bank: 4 to 17 digits, the length of the ACH field (Nacha; the lower bound is unverified). */
export const checkUsAccount: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  const length: IdentifierProblem | null = digits.length < 4 || digits.length > 17 ? { code: 'length' } : null;
  const problem = digitsProblem(digits, digits.length) ?? length ?? placeholderProblem(digits, context);
  return verdict(digits, 'format', problem);
};

/** Two-letter postal code of a state, the District of Columbia or a territory (USPS Publication 28). */
export const checkState: CheckTyped = (typed) => {
  const value = withoutSeparators(typed);
  if (!/^[A-Z]{2}$/.test(value)) return verdict(value, 'format', { code: 'format' });
  return verdict(value, 'format', STATES.has(value) ? null : { code: 'unknown-part', part: 'state' });
};

/**
 * The taxpayer number on a Form W-9. `123-45-6789` is a social security number (or an ITIN, which begins with 9),
 * `12-3456789` an EIN. Nine bare digits are read as an EIN if the IRS uses that prefix, else as a social security
 * number: the card is a company's far more often than a person's. Form only, neither has a check digit.
 */
export const checkSsnOrEin: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  const count = digitsProblem(digits, 9);
  if (count !== null) return verdict(digits, 'format', count);
  if (/^\d{3}[ .\-/]\d{2}[ .\-/]\d{4}$/.test(typed)) return checkSsn(digits, context);
  const asEin = verdict(digits, 'format', einProblem(digits, context));
  if (asEin.ok || typed !== digits || asEin.problem.code !== 'unknown-part') return asEin;
  return checkSsn(digits, context);
};

function einProblem(digits: string, context: IdentifierContext): IdentifierProblem | null {
  const placeholder = placeholderProblem(digits, context);
  if (placeholder !== null) return placeholder;
  return UNUSED_EIN_PREFIXES.has(digits.slice(0, 2)) ? { code: 'unknown-part', part: 'prefix' } : null;
}

function abaProblem(digits: string, context: IdentifierContext): IdentifierProblem | null {
  const placeholder = placeholderProblem(digits, context);
  if (placeholder !== null) return placeholder;
  if (weightedSum(digits, [3, 7, 1]) % 10 !== 0) return { code: 'check-digit' };
  return /^(0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(digits) ? null : { code: 'unknown-part', part: 'prefix' };
}

/** Social Security Administration: no area 000, 666 or 9xx, no group 00, no serial 0000. ITIN groups are unverified. */
function checkSsn(digits: string, context: IdentifierContext): IdentifierCheck {
  const value = `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
  const issued =
    /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits) ||
    /^9\d\d(5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(digits);
  const problem =
    placeholderProblem(digits, context) ?? (issued ? null : { code: 'unknown-part' as const, part: 'prefix' });
  return verdict(value, 'format', problem);
}
