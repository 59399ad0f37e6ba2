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
  // Each is made when it is first needed: together they hold up a slow phone's start noticeably.
  let dates: Intl.DateTimeFormat | undefined;
  let times: Intl.DateTimeFormat | undefined;
  let plainNumbers: Intl.NumberFormat | undefined;
  const formatDate = (moment: Moment) =>
    (dates ??= new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' })).format(
      new Date(moment),
    );
  const formatTime = (moment: Moment) =>
    (times ??= new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' })).format(new Date(moment));
  return {
    formatDate,
    formatTime,
    formatMoment: (moment, now) =>
      Math.abs(millisBetween(now, moment)) < day ? formatTime(moment) : formatDate(moment),
    formatNumber: (value, options) =>
      (options === undefined
        ? (plainNumbers ??= new Intl.NumberFormat(tag))
        : new Intl.NumberFormat(tag, options)
      ).format(value),
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
