import { randomUUID } from 'node:crypto';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { Conflict } from '@cession/shared/sync/conflict.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPhone, type Phone } from './server-phone.ts';
import { must, newPerson, openServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await openServerWorld();
});
afterAll(() => world.stop());

const company = randomUUID();
const newNotePhone = () => newPhone(newPerson(company, 'manager'), world.spine);

async function newNote(phone: Phone): Promise<string> {
  const id = randomUUID();
  await phone.verdict(phone.say({ name: 'note.create', args: { id, title: randomUUID() } }));
  return id;
}

/** An edit by someone who saw the field as written by `by`. */
function edit(phone: Phone, id: string, changes: Record<string, unknown>, by: string | null = null) {
  const fields = Object.fromEntries(Object.keys(changes).map((path) => [path, { ver: 0, by }]));
  return phone.say({ name: 'note.edit', v: 2, args: { id, changes }, base: { [`notes:${id}`]: fields } });
}

async function see(phone: Phone, id: string) {
  const { rows } = await newPhone(phone.actor, world.spine).pull();
  const row = rows.find((found) => found.id === id);
  const conflicts = rows.filter(({ table }) => table === 'conflicts').map((found) => found.row as Conflict);
  return {
    row: row?.row as Record<string, unknown>,
    meta: row?.meta,
    conflicts: conflicts.filter(({ rowId }) => rowId === id),
  };
}

describe('I6: two people edit one note, both offline', () => {
  test('different fields: both are there, and each field knows who wrote it', async () => {
    const [anna, bela] = [newNotePhone(), newNotePhone()];
    const id = await newNote(anna);
    const [title, body] = [edit(anna, id, { title: `by Anna ${id}` }), edit(bela, id, { body: 'by Béla' })];
    expect((await anna.verdict(title)).state).toBe('applied');
    expect((await bela.verdict(body)).state).toBe('applied');
    const { row, meta, conflicts } = await see(anna, id);
    expect(row).toMatchObject({ title: `by Anna ${id}`, body: 'by Béla' });
    expect(meta).toMatchObject({ title: { by: title.id }, body: { by: body.id } });
    expect(conflicts).toEqual([]);
  });

  test('the same hard field: the first stays, both values wait for a person', async () => {
    const [anna, bela] = [newNotePhone(), newNotePhone()];
    const id = await newNote(anna);
    await anna.verdict(edit(anna, id, { title: `by Anna ${id}` }));
    const late = edit(bela, id, { title: `by Béla ${id}`, body: 'no clash here' });
    const verdict = await bela.verdict(late);
    const { row, conflicts } = await see(bela, id);
    expect(verdict).toMatchObject({ state: 'conflict', conflicts: [conflicts[0]?.id] });
    expect(row).toMatchObject({ title: `by Anna ${id}`, body: 'no clash here' });
    expect(conflicts).toEqual([
      expect.objectContaining({
        table: 'notes',
        path: 'title',
        status: 'open',
        theirs: `by Anna ${id}`,
        theirsBy: anna.actor.userId,
        theirsAt: expect.any(String),
        mine: `by Béla ${id}`,
        mineBy: bela.actor.userId,
        mineMutation: late.id,
      }),
    ]);
  });

  test('the same hard field again and again by one person is one conflict with the last value', async () => {
    const [anna, bela] = [newNotePhone(), newNotePhone()];
    const id = await newNote(anna);
    await anna.verdict(edit(anna, id, { title: `by Anna ${id}` }));
    const first = edit(bela, id, { title: `first ${id}` });
    const second = edit(bela, id, { title: `second ${id}` }, first.id);
    const [one, two] = await bela.verdicts([first, second]);
    expect(two?.conflicts).toEqual(one?.conflicts);
    const { conflicts } = await see(bela, id);
    expect(conflicts).toMatchObject([{ status: 'open', mine: `second ${id}`, mineMutation: second.id }]);
  });

  test('the same hard field on two phones of one person, neither seeing the other: every value is kept', async () => {
    const [anna, bela] = [newNotePhone(), newNotePhone()];
    const belasTablet = newPhone(bela.actor, world.spine);
    const id = await newNote(anna);
    await anna.verdict(edit(anna, id, { title: `by Anna ${id}` }));
    await bela.verdict(edit(bela, id, { title: `on the phone ${id}` }));
    await belasTablet.verdict(edit(belasTablet, id, { title: `on the tablet ${id}` }));
    const { conflicts } = await see(bela, id);
    expect(conflicts).toHaveLength(2);
    expect(new Set(conflicts.map(({ mine }) => mine))).toEqual(new Set([`on the phone ${id}`, `on the tablet ${id}`]));
  });

  test('a soft field: the later arrival wins and the other value is kept', async () => {
    const [anna, bela] = [newNotePhone(), newNotePhone()];
    const id = await newNote(anna);
    await anna.verdict(edit(anna, id, { body: 'by Anna' }));
    expect((await bela.verdict(edit(bela, id, { body: 'by Béla' }))).state).toBe('applied');
    const { row, conflicts } = await see(anna, id);
    expect(row).toMatchObject({ body: 'by Béla' });
    expect(conflicts).toMatchObject([{ status: 'auto', theirs: 'by Anna', mine: 'by Béla' }]);
  });

  test('an additive field: both are joined', async () => {
    const [anna, bela] = [newNotePhone(), newNotePhone()];
    const id = await newNote(anna);
    await anna.verdict(edit(anna, id, { tags: ['tea'] }));
    expect((await bela.verdict(edit(bela, id, { tags: ['coffee'] }))).state).toBe('applied');
    expect((await see(anna, id)).row).toMatchObject({ tags: ['tea', 'coffee'] });
  });

  /** Tea joined to somebody else's coffee, and the next edit by a person who saw the field at the version `seen` makes of its own. */
  async function overJoined(seen: (ver: number) => number, tags: string[]) {
    const [anna, bela] = [newNotePhone(), newNotePhone()];
    const id = await newNote(anna);
    await bela.verdict(edit(bela, id, { tags: ['coffee'] }));
    const tea = edit(anna, id, { tags: ['tea'] });
    await anna.verdict(tea);
    const ver = seen((await see(anna, id)).meta?.['tags']?.ver ?? 0);
    const base = { [`notes:${id}`]: { tags: { ver, by: tea.id } } };
    await anna.verdict(anna.say({ name: 'note.edit', v: 2, args: { id, changes: { tags } }, base }));
    return (await see(anna, id)).row;
  }

  test('words that the same mutation met only after a restore are not written over', async () => {
    const row = await overJoined((ver) => ver + 1000, ['tea', 'milk']);
    expect(row).toMatchObject({ tags: ['coffee', 'tea', 'milk'] });
  });

  test('and words that were there to be seen may be taken away', async () => {
    expect(await overJoined((ver) => ver, ['tea'])).toMatchObject({ tags: ['tea'] });
  });

  test('the same value twice is no conflict, and the next edit of that person does not clash either', async () => {
    const [anna, bela] = [newNotePhone(), newNotePhone()];
    const id = await newNote(anna);
    await anna.verdict(edit(anna, id, { title: `same ${id}` }));
    const same = edit(bela, id, { title: `same ${id}` });
    expect((await bela.verdict(same)).state).toBe('noop');
    expect((await bela.verdict(edit(bela, id, { title: `next ${id}` }, same.id))).state).toBe('applied');
    expect((await see(bela, id)).conflicts).toEqual([]);
  });
});

describe('a person settles a clash', () => {
  async function clash() {
    const [anna, bela] = [newNotePhone(), newNotePhone()];
    const id = await newNote(anna);
    const theirs = edit(anna, id, { title: `by Anna ${id}` });
    await anna.verdict(theirs);
    const [conflict] = (await bela.verdict(edit(bela, id, { title: `by Béla ${id}` }))).conflicts ?? [];
    const settle = (title: string, by: string | null) => {
      const base = { [`notes:${id}`]: { title: { ver: 0, by } } };
      return bela.say({ name: 'note.settle', args: { id, conflict, title }, base });
    };
    return { id, bela, theirs, settle };
  }

  test('for their own value', async () => {
    const { id, bela, theirs, settle } = await clash();
    expect((await bela.verdict(settle(`by Béla ${id}`, theirs.id))).state).toBe('applied');
    const { row, conflicts } = await see(bela, id);
    expect(row).toMatchObject({ title: `by Béla ${id}` });
    expect(conflicts).toMatchObject([{ status: 'resolved', resolvedBy: bela.actor.userId }]);
  });

  test('for the value that is there already', async () => {
    const { id, bela, theirs, settle } = await clash();
    expect((await bela.verdict(settle(`by Anna ${id}`, theirs.id))).state).toBe('applied');
    expect((await see(bela, id)).conflicts).toMatchObject([{ status: 'resolved' }]);
  });

  test('but someone wrote once more in between: it stays open with the new values', async () => {
    const { id, bela, settle } = await clash();
    expect((await bela.verdict(settle(`third ${id}`, null))).state).toBe('conflict');
    expect((await see(bela, id)).conflicts).toMatchObject([{ status: 'open', mine: `third ${id}` }]);
  });
});

test('I12: what a phone believes the time to be decides nothing', async () => {
  const [anna, bela] = [newNotePhone(), newNotePhone()];
  const id = await newNote(anna);
  const early = {
    ...edit(anna, id, { body: 'arrived first' }),
    at: msToInstant(Date.parse('2099-01-01T00:00:00.000Z')),
  };
  const late = { ...edit(bela, id, { body: 'arrived last' }), at: msToInstant(Date.parse('1999-01-01T00:00:00.000Z')) };
  await anna.verdict(early);
  await bela.verdict(late);
  expect((await see(anna, id)).row).toMatchObject({ body: 'arrived last' });
});

test('edits of one person on top of each other never clash, sent together or apart', async () => {
  const anna = newNotePhone();
  const id = await newNote(anna);
  const one = edit(anna, id, { title: `one ${id}` });
  const two = edit(anna, id, { title: `two ${id}` }, one.id);
  const three = edit(anna, id, { title: `three ${id}` }, two.id);
  const verdicts = [...(await anna.verdicts([one, two])), await anna.verdict(three)];
  expect(verdicts.map(({ state }) => state)).toEqual(['applied', 'applied', 'applied']);
});

test('an edit made on top of one that a rule refused is compared with what lay beneath', async () => {
  const anna = newNotePhone();
  const id = await newNote(anna);
  const refused = edit(anna, id, { title: 'refused' });
  const next = edit(anna, id, { title: `fine ${id}` }, refused.id);
  expect((await anna.verdicts([refused, next])).map(({ state }) => state)).toEqual(['rejected', 'applied']);
});

test('an edit of a row that is gone is refused in the words of the rule and stays in the ledger', async () => {
  const [anna, bela] = [newNotePhone(), newNotePhone()];
  const id = await newNote(anna);
  await anna.verdict(anna.say({ name: 'note.remove', args: { id } }));
  expect(await bela.verdict(edit(bela, id, { title: 'too late' }))).toMatchObject({
    state: 'rejected',
    refusal: { code: 'note.not-found' },
  });
});

test('an open conflict follows its note to the next owner', async () => {
  const [anna, bela] = [newPhone(newPerson(company), world.spine), newNotePhone()];
  const next = newPhone(newPerson(company), world.spine);
  const id = await newNote(anna);
  await anna.verdict(edit(anna, id, { title: `by Anna ${id}` }));
  await bela.verdict(edit(bela, id, { title: `by Béla ${id}` }));
  await anna.pull();
  await bela.verdict(bela.say({ name: 'note.give', args: { id, to: next.actor.userId } }));
  expect((await see(next, id)).conflicts).toHaveLength(1);
  expect((await see(bela, id)).conflicts).toHaveLength(1);
  expect((await anna.pull()).departed.map(([table]) => table).toSorted()).toEqual(['conflicts', 'notes']);
});

test('a person at the desk, online, has seen what is there: no clash', async () => {
  const [anna, desk] = [newNotePhone(), newPerson(company, 'manager')];
  const id = await newNote(anna);
  await anna.verdict(edit(anna, id, { title: `by Anna ${id}` }));
  const act = { id: randomUUID(), name: 'note.edit', v: 2, args: { id, changes: { title: `desk ${id}` } } };
  const verdict = must(await world.spine.perform(desk, { ...act, at: '2026-11-20T16:04:00.000Z' }));
  expect(verdict.state).toBe('applied');
});
