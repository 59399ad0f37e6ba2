import type { Instant } from '../../kernel/instant.ts';
import { FIRST_INSTANT_MS, instantToMs, LAST_INSTANT_MS, msToInstant } from '../../kernel/instant.ts';
import type { PaperLanguage } from '../paper-document.ts';

const MONTHS: Readonly<Record<PaperLanguage, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  hu: 'január február március április május június július augusztus szeptember október november december'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
};

/** Currencies without minor units (ISO 4217); every other one here has two digits. */
const WHOLE = ['JPY', 'KRW', 'ISK', 'CLP', 'VND', 'XAF', 'XOF'];
/** Keeps the digits of one number on one line. */
const NO_BREAK = '\u00A0';

/** A calendar day `YYYY-MM-DD` written out: 20 November 2026, 2026. november 20., 20 ноября 2026 г. */
export function writeDay(day: string, language: PaperLanguage): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = MONTHS[language][Number(month) - 1] ?? month;
  const number = String(Number(date));
  if (language === 'hu') return `${year}. ${name} ${number}.`;
  if (language === 'ru') return `${number} ${name} ${year} г.`;
  return `${number} ${name} ${year}`;
}

/**
 * A moment as day and time to the second. `offsetMinutes` east of UTC, null: in UTC. The zone is always named.
 */
export function writeMoment(
  at: Instant,
  language: PaperLanguage,
  zone: { readonly name: string; readonly offsetMinutes: number } | null,
): string {
  const localMs = zone === null ? NaN : instantToMs(at) + zone.offsetMinutes * 60_000;
  // At the ends of the calendar there is no local time to write: it stays UTC and says so.
  if (zone !== null && !(localMs >= FIRST_INSTANT_MS && localMs <= LAST_INSTANT_MS))
    return writeMoment(at, language, null);
  const local = zone === null ? at : msToInstant(localMs);
  const time = local.slice(11, 19);
  const written = `${writeDay(local.slice(0, 10), language)}${language === 'en' || language === 'ru' ? ',' : ''} ${time}`;
  return `${written} ${zone === null ? 'UTC' : `${offsetText(zone.offsetMinutes)} (${zone.name})`}`;
}

/** Digits after the decimal sign for a currency (ISO 4217). */
export function minorDigits(currency: string): 0 | 2 {
  return WHOLE.includes(currency) ? 0 : 2;
}

/**
 * An amount in minor units with the separators of the language and the currency's code: `1,250.00 EUR`, `1 250,00 EUR`.
 * Forint without fillér are written whole.
 */
export function writeAmount(minor: number, currency: string, language: PaperLanguage): string {
  return `${writeNumber(minor, currency, language)}${NO_BREAK}${currency}`;
}

/** As `writeAmount`, without the code: for columns that name the currency themselves. */
export function writeNumber(minor: number, currency: string, language: PaperLanguage): string {
  const digits = minorDigits(currency);
  const whole = digits === 0 ? minor : Math.floor(minor / 100);
  const rest = digits === 0 ? 0 : minor % 100;
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : NO_BREAK);
  if (digits === 0 || (currency === 'HUF' && rest === 0)) return grouped;
  return `${grouped}${language === 'en' ? '.' : ','}${String(rest).padStart(2, '0')}`;
}

/** A name that ends in a full stop also ends the sentence: `Example Zrt..` becomes `Example Zrt.`. */
export function oneStop(text: string): string {
  return text.replace(/(^|[^.])\.\.(?!\.)/g, '$1.');
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `UTC${minutes < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
