import type { Endings } from './world.ts';

/** Nothing a run has begun outlives it, however it ends. */
export function createEndings(say: (words: string) => void): Endings {
  const open: { name: string; end: () => Promise<void> | void; now: () => void }[] = [];
  return {
    add: (name, end, now = () => undefined) => void open.push({ name, end, now }),
    endAll: async () => {
      for (const { name, end } of open.splice(0).toReversed()) {
        try {
          await end();
        } catch (error) {
          say(`${name} did not end well: ${String(error)}`);
        }
      }
    },
    endNow: () => {
      for (const { now } of open.splice(0).toReversed()) now();
    },
  };
}
