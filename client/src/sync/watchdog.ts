import type { OutboxEntry } from '../store/local-records.ts';

const HELD_PAUSE_MS = 5 * 60_000;
const STUCK_MS = 15 * 60_000;

/** Watches what waits, by the clock that only moves forward: a wrong date neither hides nor invents a jam. */
export interface Watchdog {
  /** Safe on the server and asked for by every pull: no need to send them again yet. */
  resting(): ReadonlySet<string>;
  /** True when something has waited for 15 minutes although the server answers. */
  look(waiting: readonly OutboxEntry[], answered: boolean): boolean;
}

export function createWatchdog(mono: () => number): Watchdog {
  const firstSeen = new Map<string, number>();
  const restUntil = new Map<string, number>();
  return {
    resting: () => new Set([...restUntil].filter(([, until]) => until > mono()).map(([id]) => id)),
    look: (waiting, answered) => {
      const ids = new Set(waiting.map((entry) => entry.id));
      for (const map of [firstSeen, restUntil]) for (const id of map.keys()) if (!ids.has(id)) map.delete(id);
      for (const { id, status } of waiting) {
        if (answered && !firstSeen.has(id)) firstSeen.set(id, mono());
        const isSafe = status === 'held' || status === 'received';
        if (isSafe && (restUntil.get(id) ?? 0) <= mono()) restUntil.set(id, mono() + HELD_PAUSE_MS);
      }
      return answered && [...firstSeen.values()].some((since) => mono() - since >= STUCK_MS);
    },
  };
}
