import { randomUUID } from 'node:crypto';
import type { Transport, TransportFailure } from '@cession/client/sync/ports.ts';
import { recordState } from '@cession/client/sync/sync-status.ts';
import type { Id } from '@cession/shared/kernel/id.ts';
import { err, ok } from '@cession/shared/kernel/result.ts';
import { conflicts } from '@cession/shared/sync/conflict.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPhone, type Phone } from './client-world.ts';
import {
  addToCounter,
  counters,
  createNote,
  editNote,
  giveNote,
  mutators,
  notes,
  type NoteId,
} from './server-notes.ts';
import { newPerson, openServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await openServerWorld();
});
afterAll(() => world.stop());

interface Line {
  readonly transport: Transport;
  /** The next answer is lost after the server has done its work. */
  loseNext(): void;
  cut(is: boolean): void;
}

/** JSON both ways between the phone's own code and the server's own code. */
function lineTo(actor: SyncActor): Line {
  let lose = false;
  let isCut = false;
  const lost = err<TransportFailure>({ kind: 'unreachable', why: 'network' });
  const call = async <T>(
    ask: (body: unknown) => Promise<{ ok: true; value: T } | { ok: false; error: unknown }>,
    body: unknown,
  ) => {
    if (isCut) return lost;
    const answer = await ask(JSON.parse(JSON.stringify(body)));
    if (!answer.ok) throw new Error(`the server refused the request: ${JSON.stringify(answer.error)}`);
    if (lose) {
      lose = false;
      return lost;
    }
    // What the server answers is what arrives.
    return ok(JSON.parse(JSON.stringify(answer.value)) as T);
  };
  return {
    transport: {
      push: (request) => call((body) => world.spine.receivePush(actor, body), request),
      pull: (request) => call((body) => world.spine.servePull(actor, body), request),
      reconcile: (request) => call((body) => world.spine.reconcile(actor, body), request),
    },
    loseNext: () => (lose = true),
    cut: (is) => (isCut = is),
  };
}

async function phoneOf(actor: SyncActor): Promise<Phone & { line: Line }> {
  const line = lineTo(actor);
  const ids = { now: () => Date.now() };
  const phone = await startPhone({
    ...{ ...ids, transport: line.transport, profile: actor },
    ...{ mutators: [...mutators.values()], tables: [notes, counters, conflicts] },
  });
  await phone.settle();
  return { ...phone, line };
}

const newNote = () => randomUUID() as NoteId; // any UUID names a new note
const rowOf = (phone: Phone, id: string) => phone.sync.mirror.row(`notes:${id}`);

test('what one phone saves without signal another phone of the same person shows after one round', async () => {
  const actor = newPerson(randomUUID(), 'rep');
  const [first, second] = [await phoneOf(actor), await phoneOf(actor)];
  const id = newNote();
  first.line.cut(true);
  await first.sync.perform(createNote, { id, title: `T ${id}` });
  await first.sync.perform(editNote, { id, changes: { body: 'met on Friday', tags: ['fair'] } });
  await first.settle();
  first.line.cut(false);
  await first.settle();
  await second.settle();
  expect(rowOf(second, id)).toEqual(rowOf(first, id));
  expect(first.sync.mirror.outbox()).toEqual([]);
  expect([...first.surprises, ...second.surprises]).toEqual([]);
  await first.close();
  await second.close();
});

test('an addition whose answer was lost is counted once, on the server and in the view', async () => {
  const phone = await phoneOf(newPerson(randomUUID(), 'rep'));
  const id = randomUUID() as Id<'counter'>; // any UUID names a new counter
  phone.line.cut(true);
  await phone.sync.perform(addToCounter, { id, by: 1 });
  await phone.settle();
  phone.line.cut(false);
  phone.line.loseNext();
  await phone.settle();
  await phone.settle();
  expect(phone.sync.mirror.row(`counters:${id}`)).toEqual({ id, count: 1 });
  expect(phone.sync.mirror.outbox()).toEqual([]);
  await phone.close();
});

test('two phones edit one note offline: other fields merge, the same field waits for a person on both', async () => {
  const actor = newPerson(randomUUID(), 'rep');
  const [first, second] = [await phoneOf(actor), await phoneOf(actor)];
  const id = newNote();
  await first.sync.perform(createNote, { id, title: `Start ${id}` });
  await first.settle();
  await second.settle();
  await first.sync.perform(editNote, { id, changes: { title: `First ${id}` } });
  await first.settle();
  await second.sync.perform(editNote, { id, changes: { title: `Second ${id}`, tags: ['kept'] } });
  await second.settle();
  await first.settle();
  for (const phone of [first, second]) {
    expect(rowOf(phone, id)).toMatchObject({ title: `First ${id}`, tags: ['kept'] });
    expect(recordState(phone.sync.mirror, phone.sync.board.facts(), `notes:${id}`)).toEqual({ state: 'conflict' });
  }
  await first.close();
  await second.close();
});

test('a chain of own offline edits of one field is no conflict', async () => {
  const phone = await phoneOf(newPerson(randomUUID(), 'rep'));
  const id = newNote();
  phone.line.cut(true);
  await phone.sync.perform(createNote, { id, title: `A ${id}` });
  await phone.sync.perform(editNote, { id, changes: { title: `B ${id}` } });
  await phone.sync.perform(editNote, { id, changes: { title: `C ${id}` } });
  phone.line.cut(false);
  await phone.settle();
  expect(rowOf(phone, id)).toMatchObject({ title: `C ${id}` });
  expect(phone.sync.mirror.rows(conflicts.name)).toEqual([]);
  await phone.close();
});

test('a note given to somebody else leaves my phone and comes to theirs', async () => {
  const company = randomUUID();
  const [mine, theirs] = [newPerson(company, 'rep'), newPerson(company, 'rep')];
  const [first, second] = [await phoneOf(mine), await phoneOf(theirs)];
  const id = newNote();
  await first.sync.perform(createNote, { id, title: `T ${id}` });
  await first.settle();
  await first.sync.perform(giveNote, { id, to: theirs.userId });
  await first.settle();
  await second.settle();
  expect(rowOf(first, id)).toBeNull();
  expect(rowOf(second, id)).toMatchObject({ owner: theirs.userId });
  await first.close();
  await second.close();
});
