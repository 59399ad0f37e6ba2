/** The peace at the end of a story. */
import { DANUBE, VOLGA } from '../world-1/people.ts';
import type { Dice, Truth } from '../world.ts';
import type { Flow } from './flow.ts';
import type { WorldPhone } from './phone-body.ts';
import type { WorldOffice } from './sim-office.ts';

interface Healing {
  readonly phones: readonly WorldPhone[];
  readonly office: WorldOffice;
  readonly flow: Flow;
  readonly truth: Truth;
  readonly dice: Dice;
  advance(ms: number): Promise<void>;
}

/** Longer than anything slow takes, and than most back-offs. */
const SOON_MS = 12_000;
/** Longer than any back-off. */
const LONG_MS = 6 * 60_000;
/** More than any story has under way. */
export const MOST_EVENTS = 3000;

export async function heal(given: Healing, rounds: number): Promise<{ isQuiet: boolean }> {
  const { phones, office, flow, dice, advance } = given;
  for (const phone of phones) phone.heal();
  await office.settleIn();
  for (const phone of phones) await phone.start();
  let before = '';
  for (let round = 0; round < rounds; round += 1) {
    await advance(round < 3 ? SOON_MS : LONG_MS);
    await office.work();
    for (const phone of phones) phone.sync();
    await flow.goOn(dice, MOST_EVENTS);
    const now = await fingerprint(given);
    if (flow.isEmpty() && now === before) return { isQuiet: true };
    before = now;
  }
  return { isQuiet: false };
}

async function fingerprint({ phones, truth }: Healing): Promise<string> {
  const clocks = [await truth.clock(DANUBE), await truth.clock(VOLGA), await truth.epoch()];
  return [...clocks, ...(await Promise.all(phones.map((phone) => phone.fingerprint())))].join('\n');
}
