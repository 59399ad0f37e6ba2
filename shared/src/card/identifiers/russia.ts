import { weightedSum } from './check-digits.ts';
import { digitsProblem, verdict } from './identifier.ts';
import type { CheckTyped, IdentifierProblem } from './identifier.ts';
import { withoutSeparators } from './normalise.ts';
import { placeholderProblem } from './sentinels.ts';

const CHECK_DIGIT: IdentifierProblem = { code: 'check-digit' };

/**
 * ИНН: ten digits for an organisation, twelve for a person or sole trader. Weighted sums modulo 11, then modulo 10
 * (tax service numbering order; weights as python-stdnum has them). Remainder 10 folds onto 0, so a slip between the
 * two goes unseen.
 */
export const checkInn: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  return verdict(
    digits,
    'check-digit',
    digitsProblem(digits, 10, 12) ?? placeholderProblem(digits, context) ?? (innHolds(digits) ? null : CHECK_DIGIT),
  );
};

/** КПП: tax office 4, reason 2 (digits or Latin capitals), number 3 (order ММВ-7-6/435@). No check digit. */
export const checkKpp: CheckTyped = (typed, context) => {
  const value = withoutSeparators(typed);
  const problem: IdentifierProblem | null = /^\d{4}[0-9A-Z]{2}\d{3}$/.test(value)
    ? placeholderProblem(value, context)
    : { code: value.length === 9 ? 'format' : 'length' };
  return verdict(value, 'format', problem);
};

/** ОГРН: twelve digits modulo 11, then modulo 10, is the thirteenth (register order). It never begins with 0. */
export const checkOgrn: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  const problem =
    digitsProblem(digits, 13) ??
    placeholderProblem(digits, context) ??
    (digits.startsWith('0') ? { code: 'format' as const } : null) ??
    ((Number(digits.slice(0, 12)) % 11) % 10 === Number(digits[12]) ? null : CHECK_DIGIT);
  return verdict(digits, 'check-digit', problem);
};

/**
 * ОГРНИП: fourteen digits modulo 13, then modulo 10, is the fifteenth; begins with 3 or 4. That remainders 11 and 12
 * also lose their tens is unverified against the register order; without it a quarter of real numbers would fail.
 */
export const checkOgrnip: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  const problem =
    digitsProblem(digits, 15) ??
    placeholderProblem(digits, context) ??
    (/^[34]/.test(digits) ? null : { code: 'format' as const }) ??
    ((Number(digits.slice(0, 14)) % 13) % 10 === Number(digits[14]) ? null : CHECK_DIGIT);
  return verdict(digits, 'check-digit', problem);
};

/** ОКПО: eight digits, ten for a sole trader; check number of the all-Russian classifiers (classifier rules, annex). */
export const checkOkpo: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  const problem =
    digitsProblem(digits, 8, 10) ??
    placeholderProblem(digits, context) ??
    (okpoCheckDigit(digits.slice(0, -1)) === Number(digits.at(-1)) ? null : CHECK_DIGIT);
  return verdict(digits, 'check-digit', problem);
};

/** ОКВЭД: two to six digits in pairs with dots, `47.11.1`. The form only; the classifier is not looked up (unverified). */
export const checkOkved: CheckTyped = (typed) => {
  const digits = withoutSeparators(typed);
  const value = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter((pair) => pair !== '').join('.');
  return verdict(value, 'format', digitsProblem(digits, 2, 3, 4, 5, 6));
};

/** БИК: nine digits beginning with 0 (bank ones with 04; the Treasury's differ, unverified). No check digit. */
export const checkBik: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  const problem =
    digitsProblem(digits, 9) ??
    placeholderProblem(digits, context) ??
    (digits.startsWith('0') ? null : { code: 'format' as const });
  return verdict(digits, 'format', problem);
};

/** By length alone: ten digits name an organisation (it has a КПП), twelve a sole trader (it has none). */
export function innKind(inn: string): 'organisation' | 'sole-trader' | null {
  if (/^\d{10}$/.test(inn)) return 'organisation';
  return /^\d{12}$/.test(inn) ? 'sole-trader' : null;
}

function innHolds(digits: string): boolean {
  const checked = digits.length === 10 ? [9] : [10, 11];
  const weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
  return checked.every(
    (position) =>
      (weightedSum(digits.slice(0, position), weights.slice(11 - position)) % 11) % 10 === Number(digits[position]),
  );
}

function okpoCheckDigit(body: string): number {
  const first = weightedSum(body, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 11;
  if (first < 10) return first;
  const second = weightedSum(body, [3, 4, 5, 6, 7, 8, 9, 10, 1, 2]) % 11;
  return second % 10;
}
