const MINUTE_MS = 60_000;
const WARN_MS = 2 * MINUTE_MS;

export interface LeaseLeft {
  readonly state: 'held' | 'ending' | 'over';
  /** Whole minutes that are still left. */
  readonly minutes: number;
}

/** How long a person still holds an item. All times in milliseconds on the server's clock. */
export function leaseLeft(untilMs: number, nowMs: number): LeaseLeft {
  const left = untilMs - nowMs;
  if (left <= 0) return { state: 'over', minutes: 0 };
  return { state: left <= WARN_MS ? 'ending' : 'held', minutes: Math.floor(left / MINUTE_MS) };
}

/** Renewing more often than this would only make noise. */
export const RENEW_EVERY_MS = MINUTE_MS;

/** Work on an item renews its lease, at most once a minute. */
export function shouldRenew(lastRenewedMs: number, nowMs: number): boolean {
  return nowMs - lastRenewedMs >= RENEW_EVERY_MS;
}
