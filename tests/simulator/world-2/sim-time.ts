/** Everybody's time. It moves when told, and whatever falls due is run one after another. */
import type { Lifeline } from '../world-1/lifeline.ts';
import { createTimers } from '../world-1/timers.ts';

export interface SimTime {
  /** Milliseconds since the world began. */
  elapsed(): number;
  /** By the server's clock, in milliseconds since 1970. */
  now(): number;
  after(ms: number, run: () => void, owner: Lifeline): () => void;
  advance(ms: number, settle: () => Promise<void>): Promise<void>;
}

const BEGIN_MS = Date.UTC(2026, 10, 20, 10);
/** Longer than this everybody sleeps: what fell due in the night happens once, in the morning. */
const AWAKE_MS = 2 * 60_000;

export function createSimTime(): SimTime {
  const timers = createTimers();
  let elapsed = 0;
  const fall = async (settle: () => Promise<void>): Promise<void> => {
    for (let due = timers.due(elapsed); due.length > 0; due = timers.due(elapsed)) {
      for (const run of due) {
        run();
        await settle();
      }
    }
  };
  return {
    elapsed: () => elapsed,
    now: () => BEGIN_MS + elapsed,
    after: (ms, run, owner) => timers.after(elapsed + Math.max(1, ms), run, owner),
    advance: async (ms, settle) => {
      const end = elapsed + ms;
      const awake = Math.min(end, elapsed + AWAKE_MS);
      await settle();
      await fall(settle);
      for (let next = timers.next(); next !== null && next <= awake; next = timers.next()) {
        elapsed = Math.max(elapsed, next);
        await fall(settle);
      }
      elapsed = end;
      await settle();
      await fall(settle);
    },
  };
}
