import * as z from 'zod/mini';

/** Whose rules a card follows. EU is every member state but Hungary, which has rules of its own here. */
export const JURISDICTIONS = ['HU', 'RU', 'EU', 'US'] as const;
export const Jurisdiction = z.enum(JURISDICTIONS);
export type Jurisdiction = z.infer<typeof Jurisdiction>;

/** Member states besides Hungary, ISO 3166-1 alpha-2 (Greece is GR; its VAT prefix is EL). */
export const EU_COUNTRIES = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
] as const;

/** The jurisdiction of a country, or null where Cession has no rules for it yet. */
export function jurisdictionOfCountry(country: string): Jurisdiction | null {
  if (country === 'HU' || country === 'RU' || country === 'US') return country;
  return EU_COUNTRIES.some((member) => member === country) ? 'EU' : null;
}
