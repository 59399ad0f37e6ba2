import { instantToMs, msToInstant, type Day, type Instant } from '@cession/shared/kernel/instant.ts';
import { isRestDay, nextDay, zoneOfCountry } from './rest-days.ts';

/** Office hours on the company's own clock. */
export const OPENS = 9;
export const CLOSES = 17;
/** One business day is eight business hours: what arrives at three is due at three. */
export const HOURS_PER_DAY = CLOSES - OPENS;

/**
 * When `hours` of office time have passed since `start`. Office time runs from nine to five by the clock of the
 * first country, the company's, on days that are no rest day in any of the countries: registers and banks of the
 * customer's country cannot be asked on its holidays either.
 */
export function addBusinessHours(start: Instant, hours: number, countries: readonly [string, ...string[]]): Instant {
  const zone = zoneOfCountry(countries[0]);
  let left = hours * HOUR_MS;
  let at = instantToMs(start);
  for (let day = dayIn(zone, at); ; day = nextDay(day)) {
    const opens = atHour(zone, day, OPENS);
    const closes = atHour(zone, day, CLOSES);
    if (countries.some((country) => isRestDay(country, day)) || at >= closes) continue;
    at = Math.max(at, opens);
    if (at + left <= closes) return msToInstant(at + left);
    left -= closes - at;
  }
}

/** The calendar day it is in a time zone. */
export function dayIn(zone: string, ms: number): Day {
  return partsIn(zone, ms).slice(0, 10) as Day; // sv-SE writes YYYY-MM-DD
}

/** The moment the clocks of a zone show this full hour of this day. */
export function atHour(zone: string, day: Day, hour: number): number {
  const asIfUtc = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  // Twice: the offset of the first guess may be the one before a change of clocks.
  const guess = asIfUtc - offsetOf(zone, asIfUtc);
  return asIfUtc - offsetOf(zone, guess);
}

const HOUR_MS = 60 * 60 * 1000;
const formats = new Map<string, Intl.DateTimeFormat>();

function offsetOf(zone: string, ms: number): number {
  return Date.parse(`${partsIn(zone, ms).replace(' ', 'T')}Z`) - Math.floor(ms / 1000) * 1000;
}

/** `2026-12-24 09:00:00` on the clocks of the zone. */
function partsIn(zone: string, ms: number): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(zone, format);
  }
  return format.format(ms);
}
