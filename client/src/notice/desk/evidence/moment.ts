import type { Formats } from '../../../text/format.ts';

/** Day and minute, as everywhere at the desk. */
export function momentIn({ formatDate, formatTime }: Pick<Formats, 'formatDate' | 'formatTime'>) {
  return (at: string): string => `${formatDate(at)} ${formatTime(at)}`;
}
