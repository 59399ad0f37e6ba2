import { weightedSum } from './check-digits.ts';
import { digitsProblem, verdict } from './identifier.ts';
import type { CheckTyped, IdentifierContext, IdentifierProblem } from './identifier.ts';
import { withoutSeparators } from './normalise.ts';
import { accountPlaceholderProblem, placeholderProblem } from './sentinels.ts';

const VAT_CODES = ['1', '2', '3', '4', '5'] as const;
type HungarianVatCode = (typeof VAT_CODES)[number];

/**
 * Adószám 8-1-2: core number, VAT code, county. The core's check digit (CDV) makes the sum with weights 9-7-3-1
 * a multiple of 10; VAT codes 1–5 as in NAV's Online Invoice interface. County codes 02–20, 22–44 and 51 are
 * unverified. That a customer may not be given under code 4 alone is a requirement of the card, not of the number.
 */
export const checkTaxNumber: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  return verdict(asTaxNumber(digits), 'check-digit', taxNumberProblem(digits, context));
};

/** Csoportazonosító szám of a VAT group: an adószám whose VAT code is 5 (NAV Online Invoice: group and member ids). */
export const checkGroupTaxNumber: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  const notAGroup: IdentifierProblem | null = digits[8] === '5' ? null : { code: 'unknown-part', part: 'vat-code' };
  return verdict(asTaxNumber(digits), 'check-digit', taxNumberProblem(digits, context) ?? notAGroup);
};

/** Közösségi adószám: HU and the core number with the same check digit. A missing HU is added. */
export const checkHungarianEuVat: CheckTyped = (typed, context) => {
  const core = withoutSeparators(typed).replace(/^HU/, '');
  return verdict(`HU${core}`, 'check-digit', digitsProblem(core, 8) ?? coreProblem(core, context));
};

/** Cégjegyzékszám: court 01–20, company form 01–23, six digits (Céginformáció guide). It has no check digit. */
export const checkRegisterNumber: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  return verdict(grouped(digits, 2, 4), 'format', digitsProblem(digits, 10) ?? registerPartProblem(digits, context));
};

/** Egyéni vállalkozó nyilvántartási száma: eight digits, no published check digit (unverified). */
export const checkSoleTraderNumber: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  return verdict(digits, 'format', digitsProblem(digits, 8) ?? placeholderProblem(digits, context));
};

/**
 * GIRO pénzforgalmi jelzőszám: bank and branch in the first eight digits, account in the next eight or sixteen; each
 * part is a multiple of 10 under weights 9-7-3-1. A third group of zeros is no part of the number.
 */
export const checkGiro: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  const account = digits.length === 24 && digits.endsWith('00000000') ? digits.slice(0, 16) : digits;
  return verdict(
    grouped(account, 8, 16),
    'check-digit',
    digitsProblem(digits, 16, 24) ?? accountPlaceholderProblem(account, context) ?? giroGroupProblem(account),
  );
};

/** Statisztikai számjel 8-4-3-2 (KSH): core number, TEÁOR, GFO, county 01–20 (the county range is unverified). */
export const checkStatisticalCode: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  const problem =
    digitsProblem(digits, 17) ??
    coreProblem(digits.slice(0, 8), context) ??
    (isBetween(digits.slice(15), 1, 20) ? null : { code: 'unknown-part' as const, part: 'county' });
  return verdict(grouped(digits, 8, 12, 15), 'check-digit', problem);
};

/** Adóazonosító jel of a person: 8 and nine digits; position times digit, modulo 11, is the tenth (unverified). */
export const checkPersonalTaxId: CheckTyped = (typed, context) => {
  const digits = withoutSeparators(typed);
  const problem =
    digitsProblem(digits, 10) ??
    placeholderProblem(digits, context) ??
    (digits.startsWith('8') ? null : { code: 'format' as const }) ??
    (weightedSum(digits.slice(0, 9), [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === Number(digits[9])
      ? null
      : { code: 'check-digit' as const });
  return verdict(digits, 'check-digit', problem);
};

/**
 * How the holder of a stored tax number pays VAT (NAV): 1 exempt, 2 general rules, 3 simplified (old EVA), 4 member of
 * a VAT group, 5 the group itself. Null when it is not an adószám in its storage form.
 */
export function vatCodeOf(taxNumber: string): HungarianVatCode | null {
  const code = /^\d{8}-(\d)-\d{2}$/.exec(taxNumber)?.[1];
  return VAT_CODES.find((known) => known === code) ?? null;
}

/**
 * The EU VAT number that belongs to a stored tax number: HU and its first eight digits. Whether NAV has switched it on
 * for trade inside the EU only VIES can say. Null when it is not an adószám in its storage form.
 */
export function euVatOfHungarianTaxNumber(taxNumber: string): string | null {
  return vatCodeOf(taxNumber) === null ? null : `HU${taxNumber.slice(0, 8)}`;
}

/** CDV rule of the eight-digit core number: weights 9-7-3-1 twice, the sum a multiple of 10. */
export function hungarianCoreHolds(core: string): boolean {
  return weightedSum(core, [9, 7, 3, 1]) % 10 === 0;
}

function taxNumberProblem(digits: string, context: IdentifierContext): IdentifierProblem | null {
  return digitsProblem(digits, 11) ?? coreProblem(digits.slice(0, 8), context) ?? taxPartProblem(digits);
}

function coreProblem(core: string, context: IdentifierContext): IdentifierProblem | null {
  return placeholderProblem(core, context) ?? (hungarianCoreHolds(core) ? null : { code: 'check-digit' });
}

function taxPartProblem(digits: string): IdentifierProblem | null {
  if (!isBetween(digits.slice(8, 9), 1, 5)) return { code: 'unknown-part', part: 'vat-code' };
  const county = digits.slice(9);
  const known = isBetween(county, 2, 20) || isBetween(county, 22, 44) || county === '51';
  return known ? null : { code: 'unknown-part', part: 'county' };
}

function registerPartProblem(digits: string, context: IdentifierContext): IdentifierProblem | null {
  if (!isBetween(digits.slice(0, 2), 1, 20)) return { code: 'unknown-part', part: 'court' };
  if (!isBetween(digits.slice(2, 4), 1, 23)) return { code: 'unknown-part', part: 'company-form' };
  return digits.endsWith('000000') && !context.allowSamples ? { code: 'sentinel' } : null;
}

function giroGroupProblem(account: string): IdentifierProblem | null {
  if (!hungarianCoreHolds(account.slice(0, 8))) return { code: 'check-digit', part: 'group-1' };
  return hungarianCoreHolds(account.slice(8)) ? null : { code: 'check-digit', part: 'group-2' };
}

function asTaxNumber(digits: string): string {
  return grouped(digits, 8, 9);
}

/** Hyphens at the given positions, only when the number reaches past the last of them or fills it. */
function grouped(digits: string, ...cuts: number[]): string {
  const edges = [0, ...cuts.filter((cut) => cut < digits.length), digits.length];
  return edges
    .slice(1)
    .map((edge, i) => digits.slice(edges[i], edge))
    .join('-');
}

function isBetween(group: string, low: number, high: number): boolean {
  return Number(group) >= low && Number(group) <= high;
}
