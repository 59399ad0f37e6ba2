import { EU_COUNTRIES } from '@cession/shared/card/jurisdiction.ts';
import type { Locale } from '../text/locale.ts';

export interface Named {
  readonly value: string;
  readonly label: string;
}

type Kind = 'region' | 'language' | 'currency';

const CURRENCIES = 'EUR HUF USD RUB GBP CHF CZK PLN RON DKK SEK NOK RSD UAH TRY CNY KZT BYN'.split(' ');
const LANGUAGES = 'hu ru en de fr it es pt nl pl cs sk ro hr sl sr bg uk lt lv et fi sv da nb el tr zh'.split(' ');
const NEIGHBOURS = 'HU RU US GB CH NO IS UA RS BA ME MK AL MD BY KZ GE AM AZ TR IL AE CN JP KR IN CA MX BR AU'.split(
  ' ',
);
const COUNTRIES = [...new Set([...NEIGHBOURS.slice(0, 3), ...EU_COUNTRIES, ...NEIGHBOURS])];

const known = new Map<string, Intl.DisplayNames>();

/** A country, language or currency in the words of the person's language; its code where no word is known. */
export function worldName(locale: Locale, kind: Kind, code: string): string {
  const key = `${kind} ${locale}`;
  const names = known.get(key) ?? new Intl.DisplayNames(locale, { type: kind, style: 'long' });
  known.set(key, names);
  try {
    const name = names.of(code) ?? code;
    return kind === 'currency' ? `${code} – ${name}` : capital(name, locale);
  } catch {
    // A code of the right length that the standard does not know.
    return code;
  }
}

export function countries(locale: Locale, codes: readonly string[] = COUNTRIES): Named[] {
  return named(locale, 'region', codes).toSorted((left, right) => left.label.localeCompare(right.label, locale));
}

export function languages(locale: Locale): Named[] {
  return named(locale, 'language', LANGUAGES);
}

export function currencies(locale: Locale): Named[] {
  return named(locale, 'currency', CURRENCIES);
}

function named(locale: Locale, kind: Kind, codes: readonly string[]): Named[] {
  return codes.map((value) => ({ value, label: worldName(locale, kind, value) }));
}

function capital(name: string, locale: Locale): string {
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
