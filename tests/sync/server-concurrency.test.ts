import { randomUUID } from 'node:crypto';
import type { Effect } from '@cession/server/sync/effect.ts';
import type { ServerStore } from '@cession/server/sync/store.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPhone } from './server-phone.ts';
import { newPerson, openServerWorld, type ServerWorld } from './server-world.ts';

let world: ServerWorld;
beforeAll(async () => {
  world = await openServerWorld();
});
afterAll(() => world.stop());

const WRITERS = 16;
const PUSHES = 8;

/** Up to 20 ms of work inside the transaction, so that commits overtake each other. */
const slowly: Readonly<Record<string, Effect>> = {
  'counter.add': {
    after: async ({ tx }) => {
      await tx.execute(sql`select pg_sleep(random() * 0.02)`);
      return [];
    },
  },
};

/** Sixteen phones write through two processes while three others read; answers how many rows a reader missed. */
async function race(around?: (store: ServerStore) => ServerStore): Promise<{ missed: number; rounds: number }> {
  const company = randomUUID();
  const servers = [0, 1].map(() => world.another({ effects: slowly }, around).spine);
  const serverAt = (at: number) => servers[at % 2] ?? world.spine;
  const written = new Map<string, number>();
  let isWriting = true;
  let missed = 0;
  let rounds = 0;

  const write = async (writer: number) => {
    const phone = newPhone(newPerson(company), world.spine);
    for (let push = 0; push < PUSHES; push += 1) {
      const adds = [0, 1].map(() => phone.say({ name: 'counter.add', args: { id: randomUUID(), by: 1 } }));
      const verdicts = await phone.verdicts(adds, serverAt(writer + push));
      expect(verdicts.map(({ state }) => state)).toEqual(['applied', 'applied']);
      for (const add of adds) written.set(counterOf(add), verdicts[0]?.ver ?? Number.NaN);
    }
  };
  const read = async (reader: number) => {
    const phone = newPhone(newPerson(company), world.spine);
    const seen = new Set<string>();
    for (let isLast = false; !isLast; rounds += 1) {
      isLast = !isWriting;
      const { rows, cursor = 0 } = await phone.pull({ limit: 7 }, serverAt(reader + rounds));
      for (const { id } of rows) seen.add(id);
      // Whoever stands at a version has every row up to it.
      const due = [...written].filter(([id, ver]) => ver <= cursor && !seen.has(id));
      missed += due.length;
      for (const [id] of due) seen.add(id);
    }
    expect(seen.size).toBe(WRITERS * PUSHES * 2);
  };

  const readers = Promise.all([0, 1, 2].map((reader) => read(reader)));
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer))).finally(() => {
    isWriting = false;
  });
  await readers;
  return { missed, rounds };
}

function counterOf(add: { args: unknown }): string {
  return (add.args as { id: string }).id; // args of counter.add
}

test('I5: sixteen phones write through two processes while others read: no reader ever misses a row', async () => {
  const { missed, rounds } = await race();
  expect(missed).toBe(0);
  expect(rounds).toBeGreaterThan(9);
});

test('the race above is a real one: versions handed out before the wait lose rows', async () => {
  await world.database.execute(sql`create sequence hasty`);
  await world.database.execute(sql`grant usage on sequence hasty to public`);
  const hasty = (store: ServerStore): ServerStore => ({
    ...store,
    write: (company, work) =>
      store.write(company, (tx) => {
        const nextVersion = async () => {
          const { rows } = await tx.database.execute<{ ver: string }>(sql`select nextval('hasty') as ver`);
          const ver = Number(rows[0]?.ver);
          await tx.database.execute(sql`select pg_sleep(random() * 0.02)`);
          await tx.database.execute(
            sql`update company_clock set ver = greatest(ver, ${ver}) where company_id = ${company}`,
          );
          return ver;
        };
        return work({ ...tx, nextVersion });
      }),
  });
  expect((await race(hasty)).missed).toBeGreaterThan(0);
});

test('sixteen phones add to one counter through two processes: nothing is added twice or lost', async () => {
  const company = randomUUID();
  const other = world.another().spine;
  const shared = randomUUID();
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const phone = newPhone(newPerson(company), writer % 2 === 0 ? world.spine : other);
      for (let push = 0; push < 4; push += 1) {
        const add = phone.say({ name: 'counter.add', args: { id: shared, by: 1 } });
        expect((await phone.verdict(add)).state).toBe('applied');
      }
    }),
  );
  expect((await newPhone(newPerson(company), other).pull()).rows).toMatchObject([{ row: { count: WRITERS * 4 } }]);
});

test('phones that touch the same rows in opposite order all get through', async () => {
  const company = randomUUID();
  const other = world.another().spine;
  const counters = Array.from({ length: 6 }, () => randomUUID());
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, at) => {
      const phone = newPhone(newPerson(company), at % 2 === 0 ? world.spine : other);
      const order = at % 3 === 0 ? counters : counters.toReversed();
      return phone.verdicts(order.map((id) => phone.say({ name: 'counter.add', args: { id, by: 1 } })));
    }),
  );
  expect(new Set(answers.flat().map(({ state }) => state))).toEqual(new Set(['applied']));
  const { rows } = await newPhone(newPerson(company), other).pull();
  expect(rows.map(({ row }) => (row as { count: number }).count)).toEqual([12, 12, 12, 12, 12, 12]);
});

test('two phones that make the same row at once: the second one is decided on what the first one made', async () => {
  const company = randomUUID();
  const other = world.another().spine;
  for (let round = 0; round < 8; round += 1) {
    const id = randomUUID();
    const verdicts = await Promise.all(
      [world.spine, other].map((spine) => {
        const phone = newPhone(newPerson(company), spine);
        return phone.verdict(phone.say({ name: 'note.create', args: { id, title: randomUUID() } }));
      }),
    );
    expect(verdicts.map(({ state }) => state).toSorted()).toEqual(['applied', 'rejected']);
    expect(verdicts.find(({ state }) => state === 'rejected')?.refusal).toEqual({ code: 'note.exists' });
  }
});
