import type { TransportFailure } from './ports.ts';

const FIRST_MS = 1000;
const MOST_MS = 5 * 60 * 1000;

/**
 * Full jitter: somewhere between now and a ceiling that doubles with each failure, so that a thousand phones
 * do not come back in the same second. Never earlier than the server asked for.
 */
export function backOffMs(failures: number, failure: TransportFailure, rand: () => number): number {
  const ceiling = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  const asked = failure.kind === 'busy' ? (failure.retryAfterMs ?? 0) : 0;
  return Math.max(asked, Math.ceil(rand() * ceiling));
}
