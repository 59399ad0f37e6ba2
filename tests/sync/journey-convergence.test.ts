import { afterAll, beforeAll, expect, test } from 'vitest';
import { create, diceFrom, share, step, type Play } from './journey-commands.ts';
import {
  changedVerdicts,
  datedByPhones,
  doubledEffects,
  handedOverInConflict,
  lostSaves,
  overtaken,
  unlikeTheServer,
  vanishedValues,
} from './journey-oracle.ts';
import { openJourney, type Journey } from './journey-world.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const STEPS = 60;
const SEEDS = Array.from({ length: 25 }, (_, at) => at + 1);

let world: Journey;
beforeAll(async () => {
  world = await openJourney();
});
afterAll(() => world.stop());

/** Two phones of one rep and one of a colleague, each with a clock of its own, and an accountant. */
async function begin(seed: number): Promise<Play> {
  const dice = diceFrom(seed);
  const phones = [];
  for (const who of ['rep1', 'rep1', 'rep2']) {
    phones.push(await world.phone(`${who}@danube.example`, { clockOffMs: (dice.below(7) - 3) * DAY_MS }));
  }
  const desk = await world.desk('accountant1@danube.example');
  const play: Play = { phones, dice, desk, cardIds: [], saved: [] };
  const owner = dice.pick(phones);
  await create(play, owner);
  await share(play, owner);
  await owner.syncNow();
  for (const phone of phones) await phone.syncNow();
  // A third of the plays begin in the cellar.
  if (dice.below(3) === 0) for (const phone of phones) phone.line.cut(true);
  return play;
}

/** The network is whole again; everybody sends and hears until nobody has anything left. */
async function drain(play: Play): Promise<void> {
  for (const [at, phone] of play.phones.entries()) {
    if (phone.isDead()) play.phones[at] = await phone.reopen();
  }
  for (let round = 0; round < 12; round += 1) {
    for (const phone of play.phones) {
      phone.line.heal();
      await phone.line.deliverLate();
      await phone.syncNow();
    }
    if (
      round > 0 &&
      play.phones.every((phone) => phone.sync.outbox.items().every(({ status }) => status === 'rejected'))
    )
      break;
  }
  for (const phone of play.phones) await phone.syncNow();
}

test.each(SEEDS)(
  'I1, I2, I3, I4, I6, I9, I12: whatever happens, everything arrives once and everybody agrees: seed %i',
  async (seed) => {
    const play = await begin(seed);
    const lost = [];
    for (let at = 0; at < STEPS; at += 1) {
      await step(play);
      for (const [place, phone] of play.phones.entries()) {
        if (phone.isDead()) play.phones[place] = await phone.reopen();
      }
      if (at % 15 === 14) lost.push(...(await lostSaves(world, play)));
    }
    await drain(play);
    expect(play.phones.flatMap((phone) => phone.sync.outbox.items().map(({ status }) => status))).not.toContain('held');
    expect(play.phones.map((phone) => phone.sync.outbox.items().filter(({ status }) => status !== 'rejected'))).toEqual(
      [[], [], []],
    );
    expect([...lost, ...(await lostSaves(world, play))]).toEqual([]);
    expect(changedVerdicts(play)).toEqual([]);
    expect(await doubledEffects(world, play)).toEqual([]);
    expect(await overtaken(world, play)).toEqual([]);
    for (const phone of play.phones) expect(await unlikeTheServer(world, phone)).toEqual([]);
    expect(await vanishedValues(world, play)).toEqual([]);
    expect(await datedByPhones(world, play)).toEqual([]);
    expect(await handedOverInConflict(world, play)).toEqual([]);
    expect(play.phones.flatMap((phone) => phone.seen())).toEqual([]);
    for (const phone of play.phones) await phone.close();
  },
);

test('the plays above were eventful: people clashed, decided, were returned, accepted and refused', async () => {
  const [counts] = await world.sql<Record<string, number>>(
    `select (select count(*)::int from conflict where status = 'auto') as settled,
      (select count(*)::int from conflict where status = 'open') as open,
      (select count(*)::int from conflict where status = 'resolved') as resolved,
      (select count(*)::int from handoff where state = 'returned') as returned,
      (select count(*)::int from handoff where state = 'accepted') as accepted,
      (select count(*)::int from mutation where state = 'rejected') as refused,
      (select count(*)::int from mutation where state = 'conflict') as clashed`,
  );
  for (const [what, count] of Object.entries(counts ?? {})) expect(count, what).toBeGreaterThan(0);
});
