import type { TransportFailure } from './ports.ts';

const FIRST_MS = 1000;
const MOST_MS = 5 * 60 * 1000;
/** Somebody looks at the screen, and a line that carries nothing costs the server nothing. */
const WATCHED_MS = 10_000;

/**
 * Full jitter: somewhere between now and a ceiling that doubles with each failure, so that a thousand phones
 * do not come back in the same second. Never earlier than the server asked for. While somebody looks (`isWatched`), a
 * network that is gone is tried again within ten seconds: not every browser says that it is back.
 */
export function backOffMs(failures: number, failure: TransportFailure, rand: () => number, isWatched = false): number {
  const most = isWatched && failure.kind === 'unreachable' ? WATCHED_MS : MOST_MS;
  const ceiling = Math.min(most, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  const asked = failure.kind === 'busy' ? (failure.retryAfterMs ?? 0) : 0;
  return Math.max(asked, Math.ceil(rand() * ceiling));
}
