import { randomUUID } from 'node:crypto';
import { inCompany } from '@cession/server/db/company-transaction.ts';
import { sqlState } from '@cession/server/db/sql-state.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../support/test-server.ts';
import { newPhone, type Phone } from './server-phone.ts';
import { newPerson, openServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await openServerWorld();
});
afterAll(() => world.stop());

const [danube, volga] = [randomUUID(), randomUUID()];

async function newNote(phone: Phone): Promise<string> {
  const id = randomUUID();
  await phone.verdict(phone.say({ name: 'note.create', args: { id, title: randomUUID() } }));
  return id;
}

describe('I7: two companies on one server', () => {
  test('never see each other, and a foreign row answers like one that never was', async () => {
    const [ours, theirs] = [
      newPhone(newPerson(danube, 'manager'), world.spine),
      newPhone(newPerson(volga, 'manager'), world.spine),
    ];
    const id = await newNote(ours);
    const foreign = theirs.say({ name: 'note.remove', args: { id } });
    const unknown = theirs.say({ name: 'note.remove', args: { id: randomUUID() } });
    const [one, two] = await theirs.verdicts([foreign, unknown]);
    expect({ ...one, id: null }).toEqual({ ...two, id: null });
    expect(one).toMatchObject({ state: 'rejected', refusal: { code: 'note.not-found' } });
    expect((await theirs.pull()).rows).toEqual([]);
    expect((await ours.pull()).rows.map((row) => row.id)).toContain(id);
  });

  test('may use the same ids without noticing', async () => {
    const [ours, theirs] = [newPhone(newPerson(danube), world.spine), newPhone(newPerson(volga), world.spine)];
    const add = ours.say({ name: 'counter.add', args: { id: randomUUID(), by: 1 } });
    expect((await ours.verdict(add)).state).toBe('applied');
    expect((await theirs.verdict(add)).state).toBe('applied');
    expect((await theirs.pull()).rows.find(({ id }) => id === (add.args as { id: string }).id)?.row).toMatchObject({
      count: 1,
    });
  });

  test('are kept apart by the database itself', async () => {
    await newNote(newPhone(newPerson(danube), world.spine));
    const count = sql`select count(*)::int as n from note`;
    const ask = (company: string) =>
      inCompany(world.database, company, {}, async (tx) => (await tx.execute<{ n: number }>(count)).rows[0]?.n);
    expect(await ask(danube)).toBeGreaterThan(0);
    expect(await ask(randomUUID())).toBe(0);
    const stolen = inCompany(world.database, volga, {}, (tx) =>
      tx.execute(sql`insert into departure values (${danube}, 1, 'notes', ${randomUUID()}, '{}')`),
    );
    expect(await stolen.catch((error: unknown) => sqlState(error))).toBe('42501');
  });

  test('outside a company transaction there is nothing to see', async () => {
    await newNote(newPhone(newPerson(danube), world.spine));
    await withClient(world.url, async (client) => {
      for (const table of ['note', 'mutation', 'departure', 'device', 'conflict']) {
        expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
      }
    });
  });

  test('no table with a company stands in front of the wall', async () => {
    await withClient(world.url, async (client) => {
      const { rows } = await client.query(`
        select c.relname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and not (c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`);
      expect(rows).toEqual([]);
    });
  });
});

describe('within a company', () => {
  test('a write that does not move the version is stopped', async () => {
    const id = await newNote(newPhone(newPerson(danube), world.spine));
    const sideways = inCompany(world.database, danube, {}, (tx) =>
      tx.execute(sql`update note set body = 'x' where id = ${id}`),
    );
    expect(await sideways.catch((error: unknown) => sqlState(error))).toBe('23000');
  });

  test('a person without the right is refused before anything is decided', async () => {
    const strict = world.another({
      authorise: (_actor, name) => (name === 'note.give' ? { code: 'permission.denied' } : null),
    });
    const phone = newPhone(newPerson(danube), strict.spine);
    const id = await newNote(phone);
    expect(await phone.verdict(phone.say({ name: 'note.give', args: { id, to: randomUUID() } }))).toMatchObject({
      state: 'rejected',
      refusal: { code: 'permission.denied' },
    });
  });

  test('a row that is given away departs from who may no longer see it, and stays with who still may', async () => {
    const [anna, bela] = [newPhone(newPerson(danube), world.spine), newPhone(newPerson(danube), world.spine)];
    const chief = newPhone({ ...newPerson(danube), roles: ['manager'] }, world.spine);
    const id = await newNote(anna);
    for (const phone of [anna, bela, chief]) await phone.pull();
    await anna.verdict(anna.say({ name: 'note.give', args: { id, to: bela.actor.userId } }));
    expect(await anna.pull()).toMatchObject({ departed: [['notes', id]], rows: [] });
    expect(await bela.pull()).toMatchObject({ departed: [], rows: [{ id }] });
    expect(await chief.pull()).toMatchObject({ departed: [], rows: [{ id }] });
    // Back again before she looked: she has it, and is not told to put it away.
    await bela.verdict(bela.say({ name: 'note.give', args: { id, to: anna.actor.userId } }));
    expect(await anna.pull()).toMatchObject({ departed: [], rows: [{ id }] });
  });

  test('a removed row departs from everyone who saw it', async () => {
    const [anna, chief] = [
      newPhone(newPerson(danube), world.spine),
      newPhone(newPerson(danube, 'manager'), world.spine),
    ];
    const id = await newNote(anna);
    for (const phone of [anna, chief]) await phone.pull();
    await anna.verdict(anna.say({ name: 'note.remove', args: { id } }));
    for (const phone of [anna, chief])
      expect(await phone.pull()).toMatchObject({ departed: [['notes', id]], rows: [] });
  });
});
