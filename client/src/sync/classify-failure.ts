import type { TransportFailure } from './ports.ts';

/** What an answer looked like from outside. */
export interface Heard {
  status: number | null;
  retryAfter: string | null;
  isJson: boolean;
  timedOut: boolean;
}

/** Sorts every way of not getting an answer by what the phone has to do about it. */
export function failureOf(heard: Heard, shape: string): TransportFailure {
  if (heard.timedOut) return { kind: 'unreachable', why: 'timeout' };
  if (heard.status === null) return { kind: 'unreachable', why: 'network' };
  const { status } = heard;
  if (status === 413) return { kind: 'too-large' };
  if (status >= 500 || status === 408 || status === 429)
    return { kind: 'busy', status, retryAfterMs: retryAfterMs(heard.retryAfter) };
  // Only our own server speaks JSON. A page in between must not sign anybody out.
  if (!heard.isJson) return { kind: 'unreachable', why: 'captive-portal' };
  if (status === 401) return { kind: 'sign-in' };
  if (status === 403 || status === 410) return { kind: 'forbidden' };
  if (status === 409 && /device[._]forked/i.test(shape)) return { kind: 'forked' };
  if (status === 426) return { kind: 'upgrade' };
  if (status >= 400) return { kind: 'refused', status, code: /"code":"([\w.-]+)"/.exec(shape)?.[1] ?? '' };
  return { kind: 'unreachable', why: 'garbled' };
}

/** Seconds; the other form, a date, would need a clock we do not trust. */
function retryAfterMs(header: string | null): number | null {
  const seconds = header === null ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) * 1000 : null;
}
