/** What is under way goes on, one event after another; between two of them everybody comes to rest. */
import type { Dice } from '../world.ts';
import type { Parcel } from './parcel.ts';
import type { WorldPhone } from './phone-body.ts';
import type { SimLine } from './sim-line.ts';
import type { WorldOffice } from './sim-office.ts';

/** Nobody has anything to do any more but to wait for a message, a time, or a person. */
export async function settled(phones: readonly WorldPhone[]): Promise<void> {
  for (let quiet = 0, turns = 0; quiet < QUIET_TURNS; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    quiet = phones.some((phone) => phone.busy() > 0) ? 0 : quiet + 1;
    if (turns > MOST_TURNS) throw new Error('a phone does not come to rest');
  }
}
const QUIET_TURNS = 4;
const MOST_TURNS = 200_000;

export interface Flow {
  goOn(dice: Dice, events: number): Promise<void>;
  isEmpty(): boolean;
}

interface FlowParts {
  readonly line: SimLine;
  readonly office: WorldOffice;
  readonly settle: () => Promise<void>;
}

export function createFlow({ line, office, settle }: FlowParts): Flow {
  const hand = (parcel: Parcel): void => {
    line.remove(parcel);
    if (parcel.heard === null || parcel.from.isCut()) parcel.breaks();
    else parcel.hears(parcel.heard);
  };
  return {
    isEmpty: () => line.ready().length === 0,
    goOn: async (dice, events) => {
      await settle();
      for (let event = 0; event < events; event += 1) {
        const ready = line.ready();
        if (ready.length === 0) return;
        const parcel = dice.pick(ready);
        if (parcel.phase === 'answer') hand(parcel);
        else await office.deliver([parcel, ...alsoNow(parcel, ready, dice)], dice);
        await settle();
      }
    },
  };
}

/** Now and then others arrive at the same moment. */
function alsoNow(first: Parcel, ready: readonly Parcel[], dice: Dice): readonly Parcel[] {
  const others = ready.filter((parcel) => parcel !== first && parcel.phase === 'request');
  if (others.length === 0 || !dice.chance(25)) return [];
  return [dice.pick(others)];
}
