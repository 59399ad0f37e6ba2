import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPhone } from './server-phone.ts';
import { must, newPerson, openServerWorld, type ServerWorld } from './server-world.ts';
import { withClient } from '../support/test-server.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await openServerWorld();
});
afterAll(() => world.stop());

const count = async (counterId: string): Promise<unknown> => {
  const phone = newPhone(newPerson(COMPANY), world.spine);
  return (await phone.pull()).rows.find(({ id }) => id === counterId)?.row;
};
const COMPANY = randomUUID();

describe('I2: a mutation that arrives more than once', () => {
  test('has one effect and the same answer to the letter', async () => {
    const phone = newPhone(newPerson(COMPANY), world.spine);
    const counter = randomUUID();
    const add = phone.say({ name: 'counter.add', args: { id: counter, by: 1 } });
    const first = await phone.verdict(add);
    expect(first).toMatchObject({ id: add.id, state: 'applied', ver: expect.any(Number) });
    expect(JSON.stringify(await phone.verdict(add))).toBe(JSON.stringify(first));
    expect((await phone.pull({ verdictsFor: [add.id] })).verdicts.map((verdict) => JSON.stringify(verdict))).toEqual([
      JSON.stringify(first),
    ]);
    expect(await count(counter)).toEqual({ id: counter, count: 1 });
  });

  test('twelve times at the same moment through two processes has one effect', async () => {
    const other = world.another().spine;
    const phone = newPhone(newPerson(COMPANY), world.spine);
    const counter = randomUUID();
    const adds = Array.from({ length: 5 }, () => phone.say({ name: 'counter.add', args: { id: counter, by: 1 } }));
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => phone.verdicts(adds, at % 2 === 0 ? world.spine : other)),
    );
    const final = JSON.stringify(await phone.verdicts(adds));
    for (const answer of answers) expect(JSON.stringify(answer)).toBe(final);
    expect(await count(counter)).toEqual({ id: counter, count: 5 });
    const effects = await withClient(world.url, async (client) => {
      await client.query("select set_config('app.company', $1, false)", [COMPANY]);
      return (await client.query('select from applied where mutation_id = any($1)', [adds.map(({ id }) => id)]))
        .rowCount;
    });
    expect(effects).toBe(5);
  });

  test('twice within one push is one mutation', async () => {
    const phone = newPhone(newPerson(COMPANY), world.spine);
    const add = phone.say({ name: 'counter.add', args: { id: randomUUID(), by: 1 } });
    const [first, second] = await phone.verdicts([add, add]);
    expect(second).toEqual(first);
  });

  test('with other words is put aside, kept, and does not change the first answer', async () => {
    const phone = newPhone(newPerson(COMPANY), world.spine);
    const counter = randomUUID();
    const add = phone.say({ name: 'counter.add', args: { id: counter, by: 1 } });
    const first = await phone.verdict(add);
    const forged = await phone.verdict({ ...add, args: { id: counter, by: 1000 } });
    expect(forged).toEqual({ id: add.id, state: 'quarantined', refusal: { code: 'mutation.mismatch' } });
    expect(await phone.verdict(add)).toEqual(first);
    expect(await count(counter)).toEqual({ id: counter, count: 1 });
    expect(world.logged.map(({ event }) => event)).toContain('mutation.mismatch');
  });

  test('from another person tells them nothing about the first', async () => {
    const anna = newPhone(newPerson(COMPANY), world.spine);
    const add = anna.say({ name: 'counter.add', args: { id: randomUUID(), by: 1 } });
    await anna.verdict(add);
    const bela = newPhone(newPerson(COMPANY), world.spine);
    expect(await bela.verdict(add)).toMatchObject({ state: 'quarantined', refusal: { code: 'mutation.mismatch' } });
    expect((await bela.pull({ verdictsFor: [add.id] })).verdicts).toEqual([]);
  });
});

test('a phone restored from a backup is told that its numbers are taken, and nothing of the push stays', async () => {
  const phone = newPhone(newPerson(COMPANY), world.spine);
  const counter = randomUUID();
  const add = phone.say({ name: 'counter.add', args: { id: counter, by: 1 } });
  await phone.verdict(add);
  const fresh = phone.say({ name: 'counter.add', args: { id: counter, by: 1 } });
  const forked = phone.say({ name: 'counter.add', args: { id: counter, by: 1 }, seq: add.seq });
  expect(await phone.push([fresh, forked])).toMatchObject({ ok: false, error: { status: 409, code: 'DEVICE_FORKED' } });
  expect(await count(counter)).toEqual({ id: counter, count: 1 });
  const again = { ...phone.request([fresh, forked, add]), incarnation: randomUUID() };
  const { verdicts } = must(await world.spine.receivePush(phone.actor, again));
  expect(verdicts.map(({ state }) => state)).toEqual(['applied', 'applied', 'applied']);
  expect(await count(counter)).toEqual({ id: counter, count: 3 });
});

test('a restored server tells a phone which of its mutations it has lost', async () => {
  const phone = newPhone(newPerson(COMPANY), world.spine);
  const add = phone.say({ name: 'counter.add', args: { id: randomUUID(), by: 1 } });
  await phone.verdict(add);
  const lost = randomUUID();
  const answer = await world.spine.reconcile(phone.actor, { p: 1, device: randomUUID(), ids: [add.id, lost] });
  expect(must(answer).missing).toEqual([lost]);
});

test('a restored server that decides otherwise than before tells the phone, which believes it done', async () => {
  const phone = newPhone(newPerson(COMPANY), world.spine);
  const add = phone.say({ name: 'counter.add', args: { id: randomUUID(), by: 1 } });
  const refused = phone.say({ name: 'counter.add', args: { id: 'none' } });
  await phone.verdict(add);
  expect(await phone.verdict(refused)).toMatchObject({ state: 'rejected' });
  const ids = [add.id, refused.id];
  const answer = await world.spine.reconcile(phone.actor, { p: 1, device: randomUUID(), ids });
  expect(must(answer).missing).toEqual([refused.id]);
});

test('a person at the desk acts through the same ledger, once', async () => {
  const actor = newPerson(COMPANY);
  const counter = randomUUID();
  const act = {
    id: randomUUID(),
    name: 'counter.add',
    v: 1,
    args: { id: counter, by: 1 },
    at: '2026-11-20T16:04:00.000Z',
  };
  const first = must(await world.spine.perform(actor, act));
  expect(first).toMatchObject({ state: 'applied' });
  expect(must(await world.spine.perform(actor, act))).toEqual(first);
  expect(await count(counter)).toEqual({ id: counter, count: 1 });
  expect(must(await world.spine.perform(actor, { ...act, id: randomUUID(), args: {} }))).toMatchObject({
    state: 'rejected',
  });
});
