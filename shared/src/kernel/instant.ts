import * as z from 'zod/mini';

/** A moment as ISO 8601 text in UTC with milliseconds: `2026-11-20T16:04:00.000Z`. Sorts as text. There is no year 0. */
export type Instant = string & { readonly __unit: 'instant' };

/** A calendar day as ISO 8601 text: `2026-11-20`. No time zone. */
export type Day = string & { readonly __unit: 'day' };

const INSTANT = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

export const Instant = z.custom<Instant>(
  (value) => typeof value === 'string' && INSTANT.test(value) && Number.isFinite(Date.parse(value)),
);

/** Milliseconds since 1970-01-01T00:00Z to an Instant. Throws RangeError outside the years 1970–9999. */
export function msToInstant(ms: number): Instant {
  // The constructor with an argument reads no clock.
  const text = new Date(ms).toISOString();
  if (!INSTANT.test(text)) throw new RangeError(`not an instant: ${ms}`);
  return text as Instant; // checked on the line above
}

/** The milliseconds between which an Instant can be written. */
export const FIRST_INSTANT_MS = -62_135_596_800_000;
export const LAST_INSTANT_MS = 253_402_300_799_999;

/** An Instant to milliseconds since 1970-01-01T00:00Z. */
export function instantToMs(instant: Instant): number {
  return Date.parse(instant);
}

export function addMs(instant: Instant, ms: number): Instant {
  return msToInstant(instantToMs(instant) + ms);
}

/** True for a day that exists in the calendar (Gregorian, proleptic), written as YYYY-MM-DD. */
export function isDay(text: string): text is Day {
  const match = DAY.exec(text);
  if (!match) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
}
