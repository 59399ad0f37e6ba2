import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { openDatabase } from '@cession/server/db/client.ts';
import type { ServerStore } from '@cession/server/sync/store.ts';
import { createPgStore } from '@cession/server/sync/pg-store.ts';
import { tables } from '@cession/server/tables.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diceOf } from '../simulator/dice.ts';
import { createModelStore } from '../simulator/server-model/model-store.ts';
import { plain, runScript, type Ground } from '../simulator/server-model/parity-run.ts';
import { COMPANY } from '../simulator/server-model/parity-script.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

const SCRIPTS = 30;
const TRANSACTIONS = 4;

let made: TestDatabase;
let eye: pg.Client;
let database: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  made = await createTestDatabase();
  eye = new pg.Client(made.url);
  await eye.connect();
  database = openDatabase(made.url, 12, { warn: () => undefined });
});
afterAll(async () => {
  await database.$client.end();
  await eye.end();
  await made.drop();
});

/** Everybody let go has ended, stands at the gate again, or waits for a lock. */
function pgGround(): Ground {
  const waiting = async () => {
    const { rows } = await eye.query<{ n: number }>(
      `select count(distinct l.pid)::int as n from pg_locks l join pg_stat_activity a using (pid)
        where not l.granted and a.datname = current_database()`,
    );
    return rows[0]?.n ?? 0;
  };
  const settle = async (underWay: () => number) => {
    for (let calm = 0; calm < 2;) {
      await pause(1);
      const many = underWay();
      calm = many === 0 || many === (await waiting()) ? calm + 1 : 0;
      if (many === 0 && calm > 0) return;
    }
  };
  return { store: createPgStore(database, tables), settle, passTime: () => pause(10) };
}

function modelGround() {
  let woken = 0;
  let retries = 0;
  const timer = {
    // Only pauses between attempts come to an end here; after one of them everything is open.
    after: (ms: number, work: () => void) => {
      if (ms < 1000) {
        retries += 1;
        setImmediate(work);
      }
      return { cancel: () => undefined };
    },
  };
  const step = async (name: string) => {
    if (name.endsWith('woken')) woken += 1;
  };
  const model = createModelStore({ step, timer, rand: () => 0.5, uuid: randomUUID });
  const settle = async () => {
    woken = 0;
    for (let turns = 0; turns < 4; turns += 1) await turn();
  };
  return {
    heap: model.heap,
    store: model.forProcess('s1'),
    settle,
    passTime: settle,
    isOpen: () => woken > 1 || retries > 0,
  };
}

async function everything(store: ServerStore): Promise<string> {
  const all = { tokens: ['all', 'role:rep', 'user:u1'], above: 0, upTo: 1e9 };
  return store.snapshot(COMPANY, async (tx) => {
    const keys = await tx.visibleKeys(all, null, 1000);
    return plain([(await tx.head()).ver, keys, await tx.rows(keys), await tx.departed(all)]);
  });
}

test('the same transactions, statement by statement, end the same on PostgreSQL and on the model of it', async () => {
  const firm = { whole: 0, statements: 0 };
  for (let seed = 0; seed < SCRIPTS; seed += 1) {
    await eye.query(
      'truncate mutation, disputed_mutation, device, departure, company_clock, card_key, file, file_part',
    );
    const model = modelGround();
    const modelRan = await runScript(model, diceOf(seed), diceOf(seed + 1e6), TRANSACTIONS);
    const real = pgGround();
    const realRan = await runScript(real, diceOf(seed), diceOf(seed + 1e6), TRANSACTIONS);
    const isSure = modelRan.firm === modelRan.said.length;
    firm.statements += modelRan.firm;
    expect(modelRan.said.slice(0, modelRan.firm), `script ${seed}`).toEqual(realRan.said.slice(0, modelRan.firm));
    if (!isSure) continue;
    firm.whole += 1;
    expect(await everything(model.store), `rows after script ${seed}`).toBe(await everything(real.store));
    expect(realRan.said).toHaveLength(modelRan.said.length);
  }
  expect(firm.whole).toBeGreaterThan(SCRIPTS / 2);
  expect(firm.statements).toBeGreaterThan(SCRIPTS * 10);
});
