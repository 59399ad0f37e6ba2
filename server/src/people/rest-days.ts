import type { Day } from '@cession/shared/kernel/instant.ts';
import Holidays from 'date-holidays';

/**
 * Days the state moved by a decree of its own, which no calendar library knows: rest days lent to a bridge and the
 * Saturdays worked in return. A new year's decree is a new line here; without one the plain calendar holds.
 * HU: decree 10/2025. (IV. 30.) NGM. RU: the government's decree of 24 September 2025 for 2026 (and 31 December 2025 by the one before), and article 112 of the
 * Labour Code for 11 May (9 May falls on a Saturday).
 */
const decreed: Readonly<Record<string, { readonly rest: readonly string[]; readonly worked: readonly string[] }>> = {
  HU: {
    rest: ['2026-01-02', '2026-08-21', '2026-12-24'],
    worked: ['2026-01-10', '2026-08-08', '2026-12-12'],
  },
  RU: { rest: ['2025-12-31', '2026-01-09', '2026-05-11', '2026-12-31'], worked: [] },
};

/** Public holidays in law that the library lists as merely customary: Christmas Eve in Hungary, since 2024. */
const everyYear: Readonly<Record<string, readonly string[]>> = { HU: ['12-24'] };

/** True on weekends and public holidays of the country; a Saturday the state declared a working day is none. */
export function isRestDay(country: string, day: Day): boolean {
  if (decreed[country]?.worked.includes(day)) return false;
  if (isWeekend(day) || decreed[country]?.rest.includes(day)) return true;
  return holidaysOf(country, Number(day.slice(0, 4))).has(day);
}

/** The time zone of the country's capital, or of its largest office towns; UTC for a country nobody knows. */
export function zoneOfCountry(country: string): string {
  return bookOf(country).getTimezones()?.[0] ?? 'UTC';
}

export function nextDay(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10) as Day; // a day by construction
}

const DAY_MS = 24 * 60 * 60 * 1000;
const books = new Map<string, Holidays>();
const years = new Map<string, ReadonlySet<string>>();

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function holidaysOf(country: string, year: number): ReadonlySet<string> {
  const key = `${country}:${year}`;
  const known = years.get(key);
  if (known) return known;
  const days = new Set((everyYear[country] ?? []).map((date) => `${year}-${date}`));
  for (const holiday of bookOf(country).getHolidays(year) ?? []) {
    const length = Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY_MS);
    let day = holiday.date.slice(0, 10) as Day; // the library writes local days as YYYY-MM-DD
    for (let passed = 0; passed < Math.max(1, length); passed += 1, day = nextDay(day)) days.add(day);
  }
  years.set(key, days);
  return days;
}

function bookOf(country: string): Holidays {
  const known = books.get(country);
  if (known) return known;
  const book = new Holidays(country, { types: ['public'] });
  books.set(country, book);
  return book;
}
