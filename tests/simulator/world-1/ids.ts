import { diceOf } from '../dice.ts';
import type { Dice } from '../world.ts';

/** UUIDs that are fresh in one world, in no order, and the same for the same seed. */
export function createIds(seed: number): { next(): string; takeDice(dice: Dice): void } {
  let dice = diceOf(seed);
  let given = 0;
  const hex = (digits: number) =>
    dice
      .below(16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return {
    takeDice: (next) => {
      dice = next;
    },
    next: () => {
      given += 1;
      return `${hex(7)}0-${hex(4)}-7${hex(3)}-8${hex(3)}-${given.toString(16).padStart(12, '0')}`;
    },
  };
}
