import type { Dice } from './world.ts';

/** Splitmix-like 32-bit generator: small, quick, and the same on every machine. */
export function diceOf(seed: number): Dice {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    below: (n) => Math.floor((next() / 0x1_0000_0000) * n),
    chance: (percent) => next() / 0x1_0000_0000 < percent / 100,
    pick: (from) => {
      if (from.length === 0) throw new RangeError('there is nothing to pick from');
      return from[next() % from.length] as (typeof from)[number]; // the index is below the length
    },
  };
}
