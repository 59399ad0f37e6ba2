import { randomUUID } from 'node:crypto';
import type { PullResponse } from '@cession/shared/sync/protocol.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPhone, type Phone } from './server-phone.ts';
import { must, newPerson, openServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await openServerWorld();
});
afterAll(() => world.stop());

const add = (phone: Phone, id: string = randomUUID()) => phone.say({ name: 'counter.add', args: { id, by: 1 } });
const create = (phone: Phone) => phone.say({ name: 'note.create', args: { id: randomUUID(), title: randomUUID() } });

test('a first sync comes in pages that say n of m, each row once, and the cursor with the last one', async () => {
  const phone = newPhone(newPerson(randomUUID()), world.spine);
  await phone.verdicts(Array.from({ length: 12 }, () => add(phone)));
  await phone.verdicts(Array.from({ length: 11 }, () => create(phone)));
  const ids: string[] = [];
  const totals = new Set<number>();
  let page: string | null = null;
  do {
    const response: PullResponse = must(await phone.pullPage({ limit: 5, page }));
    ids.push(...response.rows.map((row) => row.id));
    totals.add(response.total);
    page = response.next ?? null;
    expect(response.cursor === undefined).toBe(page !== null);
  } while (page !== null);
  expect(new Set(ids).size).toBe(23);
  expect(ids).toHaveLength(23);
  expect([...totals]).toEqual([23]);
});

test('what changes between two pages is not lost: it comes with the next pull', async () => {
  const phone = newPhone(newPerson(randomUUID()), world.spine);
  const counter = randomUUID();
  await phone.verdict(add(phone, counter));
  await phone.verdicts(Array.from({ length: 5 }, () => add(phone)));
  const first = must(await phone.pullPage({ limit: 2 }));
  await phone.verdict(add(phone, counter));
  const seen = new Map(first.rows.map((row) => [row.id, row.row]));
  let last = first;
  while (last.next !== undefined) {
    last = must(await phone.pullPage({ limit: 2, page: last.next }));
    for (const row of last.rows) seen.set(row.id, row.row);
  }
  const { epoch, scope, cursor = 0 } = last;
  for (const row of must(await phone.pullPage({ epoch, scope, cursor })).rows) seen.set(row.id, row.row);
  expect(seen.size).toBe(6);
  expect(seen.get(counter)).toEqual({ id: counter, count: 2 });
});

describe('a phone whose rows are of another world starts over', () => {
  test('when the server has another epoch', async () => {
    const phone = newPhone(newPerson(randomUUID()), world.spine);
    await phone.verdict(add(phone));
    await phone.pull();
    const before = must(await phone.pullPage({ epoch: randomUUID() }));
    expect(before).toMatchObject({ reset: 'epoch', rows: [], departed: [] });
    expect(before.cursor).toBeUndefined();
  });

  test('when it has seen more than the server holds', async () => {
    const phone = newPhone(newPerson(randomUUID()), world.spine);
    await phone.verdict(add(phone));
    const { scope } = await phone.pull();
    expect(must(await phone.pullPage({ scope, cursor: 999 })).reset).toBe('epoch');
  });

  test('when the person may see other things than before', async () => {
    const rep = newPerson(randomUUID());
    const phone = newPhone(rep, world.spine);
    await phone.verdict(create(phone));
    const { epoch, scope, cursor = 0 } = await phone.pull();
    const promoted = newPhone({ ...rep, roles: ['manager'] }, world.spine);
    const answer = must(await promoted.pullPage({ epoch, scope, cursor }));
    expect(answer).toMatchObject({ reset: 'scope', rows: [] });
    expect(must(await promoted.pullPage({ epoch, scope: answer.scope, cursor: 0 })).rows).toHaveLength(1);
  });
});

test('a pull with nothing new answers with verdicts and the same cursor', async () => {
  const phone = newPhone(newPerson(randomUUID()), world.spine);
  const mutation = add(phone);
  const verdict = await phone.verdict(mutation);
  const { cursor } = await phone.pull();
  expect(await phone.pull({ verdictsFor: [mutation.id, randomUUID()] })).toMatchObject({
    ...{ total: 0, rows: [], departed: [], cursor },
    verdicts: [verdict],
  });
});

test('a company nobody has written in yet answers an empty first sync', async () => {
  const phone = newPhone(newPerson(randomUUID()), world.spine);
  expect(await phone.pull()).toMatchObject({ total: 0, rows: [], cursor: 0 });
});

test('fields a person may not see are taken out on the way', async () => {
  const { tables } = await import('./server-notes.ts');
  const notes = tables['notes'];
  if (notes === undefined) throw new Error('the test business has notes');
  const hidden = { ...notes, shownTo: (row: { id: string }) => ({ ...row, body: null }) };
  const discreet = world.another({ tables: { ...tables, notes: hidden } });
  const phone = newPhone(newPerson(randomUUID()), discreet.spine);
  const note = create(phone);
  const id = (note.args as { id: string }).id;
  await phone.verdicts([note, phone.say({ name: 'note.edit', v: 2, args: { id, changes: { body: 'private' } } })]);
  expect((await phone.pull()).rows).toMatchObject([{ row: { body: null } }]);
  expect((await newPhone(phone.actor, world.spine).pull()).rows).toMatchObject([{ row: { body: 'private' } }]);
});

test('whoever listens hears of changes made here and in other processes', async () => {
  const other = world.another().spine;
  const phone = newPhone(newPerson(randomUUID()), world.spine);
  await phone.verdict(add(phone));
  const heard: number[] = [];
  const waiters = new Set<() => void>();
  const stop = world.spine.subscribe(phone.actor.companyId, (ver) => {
    heard.push(ver);
    for (const wake of waiters) wake();
  });
  const hear = (ver: number | undefined) =>
    new Promise<void>((resolve) => {
      const check = () => (heard.includes(ver ?? -1) ? resolve() : undefined);
      waiters.add(check);
      check();
    });
  await hear((await phone.verdict(add(phone))).ver);
  await hear((await phone.verdict(add(phone), other)).ver);
  stop();
  const before = heard.length;
  await phone.verdict(add(phone));
  expect(heard).toHaveLength(before);
});

test('the office can see what still waits on a phone', async () => {
  const phone = newPhone(newPerson(randomUUID()), world.spine);
  await phone.push([]);
  const { inCompany } = await import('@cession/server/db/company-transaction.ts');
  const devices = await inCompany(world.database, phone.actor.companyId, {}, (tx) =>
    tx.execute(sql`select user_id, pending_count from device`),
  );
  expect(devices.rows).toEqual([{ user_id: phone.actor.userId, pending_count: '0' }]);
});
