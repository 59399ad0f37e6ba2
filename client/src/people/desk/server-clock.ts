import type { Instant } from '@cession/shared/kernel/instant.ts';
import { instantToMs } from '@cession/shared/kernel/instant.ts';
import { useEffect, useState } from 'react';
import { now } from '../../device/clock.ts';

const TICK_MS = 10_000;

/**
 * The server's time in milliseconds, running on from its last answer: the desk's own clock may be wrong.
 * `answeredAt` is that answer's arrival on this desk's clock. Ticks every ten seconds.
 */
export function useServerClock(serverNow: Instant, answeredAt: number): number {
  const [here, setHere] = useState(now);
  useEffect(() => {
    const ticking = setInterval(() => setHere(now()), TICK_MS);
    return () => clearInterval(ticking);
  }, []);
  return instantToMs(serverNow) + Math.max(0, here - answeredAt);
}
