import { randomUUID } from 'node:crypto';
import { registerMutators } from '@cession/shared/sync/mutator.ts';
import type { ServerStore } from '@cession/server/sync/store.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../support/test-server.ts';
import { editNote, mutators } from './server-notes.ts';
import { newPhone, type Phone } from './server-phone.ts';
import { must, newPerson, openServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await openServerWorld();
});
afterAll(() => world.stop());

const company = randomUUID();
const newNotePhone = () => newPhone(newPerson(company, 'manager'), world.spine);
const create = (phone: Phone, title: string = randomUUID()) =>
  phone.say({ name: 'note.create', args: { id: randomUUID(), title } });
const noteOf = (mutation: { args: unknown }) => (mutation.args as { id: string }).id; // args of note.create
const edit = (phone: Phone, id: string, changes: object, more: object = {}) =>
  phone.say({ name: 'note.edit', v: 2, args: { id, changes }, ...more });
const states = (verdicts: readonly { state: string }[]) => verdicts.map(({ state }) => state);

describe('I8: a mutation that breaks the server', () => {
  test('is put aside after three attempts and delays no other row', async () => {
    const phone = newNotePhone();
    const [bad, good] = [create(phone), create(phone)];
    const poison = edit(phone, noteOf(bad), { title: 'poison' });
    const behind = edit(phone, noteOf(bad), { body: 'waits behind it' });
    const elsewhere = edit(phone, noteOf(good), { body: 'not delayed' });
    const verdicts = await phone.verdicts([bad, good, poison, behind, elsewhere]);
    expect(states(verdicts)).toEqual(['applied', 'applied', 'received', 'held', 'applied']);

    await world.spine.leftOver.runOnce(false);
    expect(states(await phone.verdicts([poison]))).toEqual(['quarantined']);
    const { rows } = await phone.pull();
    expect(rows.find(({ id }) => id === noteOf(good))?.row).toMatchObject({ body: 'not delayed' });
    // Put aside, it stands in nobody's way: what came after it on the same row went ahead.
    expect(rows.find(({ id }) => id === noteOf(bad))?.row).toMatchObject({ body: 'waits behind it' });
    expect(await phone.verdict(poison)).toEqual({
      id: poison.id,
      state: 'quarantined',
      refusal: { code: 'mutation.failed' },
    });
    expect(world.logged).toContainEqual(expect.objectContaining({ event: 'mutation.quarantined' }));
  });

  test('only when the rows are written is found among the fifty it came with', async () => {
    const phone = newNotePhone();
    const others = Array.from({ length: 6 }, () => create(phone));
    const forbidden = create(phone, 'forbidden');
    const verdicts = await phone.verdicts([...others.slice(0, 3), forbidden, ...others.slice(3)]);
    expect(states(verdicts)).toEqual(['applied', 'applied', 'applied', 'received', 'applied', 'applied', 'applied']);
    for (let round = 0; round < 2; round += 1) await world.spine.leftOver.runOnce(false);
    expect((await phone.verdict(forbidden)).state).toBe('quarantined');
  });

  test('leaves nothing of itself behind: its effects are undone', async () => {
    const broken = world.another({
      effects: {
        'counter.add': {
          after: async ({ tx, actor, mutationId }) => {
            await tx.execute(`insert into applied values ('${actor.companyId}', '${mutationId}')`);
            throw new Error('broke after writing');
          },
        },
      },
    });
    const phone = newPhone(newPerson(company), broken.spine);
    const add = phone.say({ name: 'counter.add', args: { id: randomUUID(), by: 1 } });
    expect((await phone.verdict(add)).state).toBe('received');
    const effects = await withClient(world.url, async (client) => {
      await client.query("select set_config('app.company', $1, false)", [company]);
      return (await client.query('select from applied where mutation_id = $1', [add.id])).rowCount;
    });
    expect(effects).toBe(0);
    expect((await phone.verdict(add, world.spine)).state).toBe('applied');
  });
});

describe('I3: a mutation that stands on another', () => {
  /** One that breaks each time, and one that stands on it. */
  async function inReview() {
    const phone = newNotePhone();
    const note = create(phone);
    const poison = edit(phone, noteOf(note), { title: 'poison' });
    const after = edit(phone, noteOf(note), { body: 'stands on it' }, { deps: [poison.id] });
    await phone.verdicts([note, poison, after]);
    for (let round = 0; round < 2; round += 1) await world.spine.leftOver.runOnce(true);
    return { phone, note, poison, after };
  }

  test('waits until that one is there, and then goes ahead by itself', async () => {
    const phone = newNotePhone();
    const first = create(phone);
    const second = edit(phone, noteOf(first), { body: 'later' }, { deps: [first.id] });
    expect(await phone.verdict(second)).toMatchObject({ state: 'held', refusal: { code: 'mutation.waits' } });
    expect((await phone.verdict(first)).state).toBe('applied');
    expect((await phone.verdict(second)).state).toBe('applied');
  });

  test('waits while that one is looked into, and goes ahead when a repaired one takes its place', async () => {
    const { phone, note, poison, after } = await inReview();
    expect(states(await phone.verdicts([poison, after]))).toEqual(['quarantined', 'held']);
    const repaired = edit(phone, noteOf(note), { title: 'repaired' }, { supersedes: poison.id });
    expect((await phone.verdict(repaired)).state).toBe('applied');
    expect((await phone.verdict(after)).state).toBe('applied');
  });

  test('goes ahead also when the repaired one is refused in its turn', async () => {
    const { phone, note, poison, after } = await inReview();
    const repaired = edit(phone, noteOf(note), { title: 'refused' }, { supersedes: poison.id });
    expect((await phone.verdict(repaired)).state).toBe('rejected');
    expect(states(await phone.verdicts([poison, after]))).toEqual(['quarantined', 'applied']);
  });

  test('is judged by its own rule when that one was refused', async () => {
    const phone = newNotePhone();
    const note = create(phone);
    const refused = edit(phone, noteOf(note), { title: 'refused' });
    const after = edit(phone, noteOf(note), { body: 'fine' }, { deps: [refused.id] });
    expect(states(await phone.verdicts([note, refused, after]))).toEqual(['applied', 'rejected', 'applied']);
    expect((await phone.verdict(refused)).refusal).toEqual({ code: 'note.bad-title' });
  });
});

test('later mutations of a push see what earlier ones wrote, also in searches', async () => {
  const phone = newNotePhone();
  const title = randomUUID();
  const first = create(phone, title);
  const verdicts = await phone.verdicts([first, edit(phone, noteOf(first), { body: 'x' }), create(phone, title)]);
  expect(states(verdicts)).toEqual(['applied', 'applied', 'rejected']);
  expect(verdicts[2]?.refusal).toEqual({ code: 'note.title-taken' });
});

describe('a mutation this server does not know', () => {
  test('waits for a newer server, and is done once that one runs', async () => {
    const phone = newNotePhone();
    const note = create(phone);
    const newer = phone.say({ name: 'note.edit', v: 3, args: { id: noteOf(note), changes: { body: 'from v3' } } });
    const unheard = phone.say({ name: 'note.sing', args: {} });
    expect(states(await phone.verdicts([note, newer, unheard]))).toEqual(['applied', 'held', 'held']);
    const updated = world.another({ mutators: registerMutators([...mutators.values(), { ...editNote, version: 3 }]) });
    await updated.spine.leftOver.runOnce(true);
    expect(states(await phone.verdicts([newer, unheard]))).toEqual(['applied', 'held']);
  });

  test('is refused when it is older than what is still supported', async () => {
    const phone = newNotePhone();
    expect(await phone.verdict(phone.say({ name: 'note.edit', v: 1, args: {} }))).toMatchObject({
      state: 'rejected',
      refusal: { code: 'mutation.unsupported' },
    });
  });
});

test('I1: a server killed between receipt and decision: the next one decides, in the order of the phone', async () => {
  const phone = newNotePhone();
  const dying = world.another({}, dyingAfterFirstWrite);
  const note = create(phone);
  const edits = ['one', 'two', 'three'].map((body) => edit(phone, noteOf(note), { body }));
  const response = must(await phone.push([note, ...edits], dying.spine));
  expect(states(response.verdicts)).toEqual(['received', 'received', 'received', 'received']);
  expect(response.retryAfterMs).toBeGreaterThan(0);

  await world.spine.leftOver.runOnce(false);
  expect(states(await phone.verdicts([note, ...edits]))).toEqual(['applied', 'applied', 'applied', 'applied']);
  const rows = (await phone.pull()).rows.filter(({ id }) => id === noteOf(note));
  expect(rows).toMatchObject([{ row: { body: 'three' } }]);
});

test('a server killed between receipt and decision: sending again decides too', async () => {
  const phone = newNotePhone();
  const dying = world.another({}, dyingAfterFirstWrite);
  const note = create(phone);
  expect((await phone.verdict(note, dying.spine)).state).toBe('received');
  expect((await phone.verdict(note)).state).toBe('applied');
});

function dyingAfterFirstWrite(store: ServerStore): ServerStore {
  let writes = 0;
  const died = () => Promise.reject(Object.assign(new Error('the server was killed'), { code: '57P01' }));
  return { ...store, write: (companyId, work) => ((writes += 1) === 1 ? store.write(companyId, work) : died()) };
}
