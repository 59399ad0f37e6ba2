import type { IdentifierProblem } from './identifiers/identifier.ts';
import type { Jurisdiction } from './jurisdiction.ts';

type ReachCheck =
  | { readonly ok: true; readonly value: string; readonly proven: false }
  | { readonly ok: false; readonly value: string; readonly problem: IdentifierProblem };

/** One @ with something on both sides and a dot in the domain. Whether it is read there, only a message tells. */
export function checkEmail(raw: string): ReachCheck {
  const value = raw.normalize('NFKC').replace(/[\p{Cf}\s]/gu, '');
  const right = value.length <= 254 && /^[^@,;<>()"]+@[^@,;<>()"]+\.[\p{L}\p{N}-]{2,}$/u.test(value);
  return right ? accepted(value) : refused(value);
}

/**
 * A phone number as `+36301234567` (E.164: at most fifteen digits). National spellings of the card's own country
 * get its prefix: 06 in Hungary, 8 in Russia, ten bare digits in the United States.
 */
export function checkPhone(raw: string, jurisdiction: Jurisdiction): ReachCheck {
  const typed = raw.normalize('NFKC').replace(/[\p{Cf}\s().\-\u2010-\u2015/]/gu, '');
  const value = withCountry(typed.replace(/^00/, '+'), jurisdiction);
  return /^\+?[1-9]\d{6,14}$|^0\d{6,13}$/.test(value) ? accepted(value) : refused(value);
}

function withCountry(digits: string, jurisdiction: Jurisdiction): string {
  switch (jurisdiction) {
    case 'HU':
      return digits.replace(/^06(?=\d{8,9}$)/, '+36').replace(/^36(?=\d{8,9}$)/, '+36');
    case 'RU':
      return digits.replace(/^[78](?=\d{10}$)/, '+7');
    case 'US':
      return digits.replace(/^1?(?=[2-9]\d{9}$)/, '+1');
    case 'EU':
      return digits;
  }
}

/** Postal codes by country, as each country's post prints them (Universal Postal Union addressing sheets; unverified). */
const ZIP_BY_COUNTRY: Readonly<Record<string, RegExp>> = {
  ...forAll(['AT', 'BE', 'BG', 'CY', 'DK', 'HU', 'LU', 'SI'], /^\d{4}$/),
  ...forAll(['DE', 'EE', 'ES', 'FI', 'FR', 'HR', 'IT'], /^\d{5}$/),
  ...forAll(['CZ', 'GR', 'SE', 'SK'], /^\d{3} ?\d{2}$/),
  ...forAll(['RO', 'RU'], /^\d{6}$/),
  IE: /^[AC-FHKNPRTV-Y]\d[0-9W] ?[0-9AC-FHKNPRTV-Y]{4}$/,
  LT: /^(LT-)?\d{5}$/,
  LV: /^(LV-)?\d{4}$/,
  MT: /^[A-Z]{3} ?\d{4}$/,
  NL: /^[1-9]\d{3} ?[A-Z]{2}$/,
  PL: /^\d{2}-\d{3}$/,
  PT: /^\d{4}-\d{3}$/,
  US: /^\d{5}(-\d{4})?$/,
};

/** A postal code in the form of its country. Countries without a rule here take anything. */
export function checkZip(raw: string, country: string | null): ReachCheck {
  const typed = raw.normalize('NFKC').replace(/\s+/g, ' ').trim().toUpperCase();
  const value =
    country === null ? typed : typed.replace(new RegExp(`^${country === 'HU' ? 'HU?' : country}-(?=\\d)`), '');
  const form = country === null ? undefined : ZIP_BY_COUNTRY[country];
  return form === undefined || form.test(value) ? accepted(value) : refused(value);
}

function forAll(countries: readonly string[], form: RegExp): Record<string, RegExp> {
  return Object.fromEntries(countries.map((country) => [country, form]));
}

function accepted(value: string): ReachCheck {
  return { ok: true, value, proven: false };
}

function refused(value: string): ReachCheck {
  return { ok: false, value, problem: { code: 'format' } };
}
