import { formatLocales, type Locale } from './locale.ts';

/** Anything that names a moment: epoch milliseconds, an ISO string, a Date. */
export type Moment = number | string | Date;

export interface Formats {
  /** "20 Nov 2026" */
  formatDate: (moment: Moment) => string;
  /** "13:16" */
  formatTime: (moment: Moment) => string;
  /** The time within 24 hours of `now`, the date after that: an old "13:16" would mislead. */
  formatMoment: (moment: Moment, now: Moment) => string;
  formatNumber: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** "5 minutes ago", "in 2 days", counted in the largest whole unit. */
  formatRelative: (moment: Moment, now: Moment) => string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export function formatsFor(locale: Locale): Formats {
  const tag = formatLocales[locale];
  const dates = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' });
  const times = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' });
  const plainNumbers = new Intl.NumberFormat(tag);
  const formatDate = (moment: Moment) => dates.format(new Date(moment));
  const formatTime = (moment: Moment) => times.format(new Date(moment));
  return {
    formatDate,
    formatTime,
    formatMoment: (moment, now) =>
      Math.abs(millisBetween(now, moment)) < day ? formatTime(moment) : formatDate(moment),
    formatNumber: (value, options) =>
      (options === undefined ? plainNumbers : new Intl.NumberFormat(tag, options)).format(value),
    formatRelative: (moment, now) => formatDistance(tag, millisBetween(now, moment)),
  };
}

function millisBetween(from: Moment, to: Moment): number {
  return new Date(to).getTime() - new Date(from).getTime();
}

function formatDistance(tag: string, millis: number): string {
  const words = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const distance = Math.abs(millis);
  if (distance < minute) return words.format(0, 'second');
  if (distance < hour) return words.format(Math.trunc(millis / minute), 'minute');
  if (distance < day) return words.format(Math.trunc(millis / hour), 'hour');
  return words.format(Math.trunc(millis / day), 'day');
}
