import { randomBytes } from 'node:crypto';
import { demoAccountsIn, seedDemo } from '@cession/server/app/seed.ts';
import { demoCompanies } from '@cession/server/app/demo/demo-people.ts';
import { serverEnv, serverTimer } from '@cession/server/app/server-env.ts';
import { authorise } from '@cession/server/app/authorise.ts';
import { openDatabase, type Database } from '@cession/server/db/client.ts';
import { effects } from '@cession/server/effects.ts';
import { listAccepted } from '@cession/server/handoff/list-accepted.ts';
import { listQueue } from '@cession/server/handoff/list-queue.ts';
import { createAuth } from '@cession/server/people/auth.ts';
import { membershipTable } from '@cession/server/people/people-tables.ts';
import { userTable } from '@cession/server/people/auth-tables.ts';
import { createPgStore } from '@cession/server/sync/pg-store.ts';
import { createServerSpine, type ServerSpine } from '@cession/server/sync/spine.ts';
import { tables } from '@cession/server/tables.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { mutators } from '@cession/shared/mutators.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let postgres: TestDatabase;
let database: Database;
let spine: ServerSpine;
let seedMs: number;

const parts = () => {
  const secret = randomBytes(32).toString('hex');
  const auth = createAuth({ database, publicUrl: 'http://localhost:8787', secret, addressHeader: 'x-client-address' });
  return { database, auth, writer: spine, now: serverEnv.now };
};

async function actor(email: string): Promise<Actor> {
  const [row] = await database
    .select()
    .from(userTable)
    .innerJoin(membershipTable, eq(membershipTable.userId, userTable.id))
    .where(eq(userTable.email, email));
  if (!row) throw new Error(`nobody signs in as ${email}`);
  return { userId: row.membership.userId, companyId: row.membership.memberOf, roles: row.membership.roles };
}

const desk = () => ({ database, env: serverEnv });
const all = { jurisdiction: null, search: '' } as const;

beforeAll(async () => {
  postgres = await createTestDatabase();
  database = openDatabase(postgres.url, 5, quiet);
  spine = createServerSpine(
    { mutators, tables, effects, authorise, env: serverEnv, log: quiet },
    { store: createPgStore(database, tables), timer: serverTimer },
  );
  const startedAt = performance.now();
  await seedDemo(parts());
  seedMs = performance.now() - startedAt;
});
afterAll(async () => {
  await spine.stop();
  await database.$client.end();
  await postgres.drop();
});

describe('somebody opens the demo for the first time', () => {
  test('and finds every person of both companies at the door', async () => {
    const accounts = await demoAccountsIn(database);
    expect(accounts.map(({ email }) => email)).toEqual(
      demoCompanies.flatMap(({ people }) => people.map((each) => each.email)),
    );
  });

  test('before their coffee is ready', () => {
    // Twelve passwords are hashed as slowly as real ones.
    expect(seedMs).toBeLessThan(15_000);
  });

  test('an accountant finds work that waits, is late, held, put away and out with the reps', async () => {
    const accountant = await actor('accountant1@danube.example');
    const { counts, rows } = await listQueue(desk(), accountant, { ...all, show: 'waiting' });
    expect(counts).toMatchObject({ mine: 1, snoozed: 1, withRep: 3 });
    expect(counts.waiting).toBe(rows.length);
    expect(counts.waiting).toBeGreaterThanOrEqual(10);
    expect(counts.pastDue).toBeGreaterThanOrEqual(2);
    expect(new Set(rows.map(({ jurisdiction }) => jurisdiction))).toEqual(new Set(['HU', 'RU', 'EU', 'US']));
    expect(new Set(rows.filter(({ changed }) => changed > 0).map(({ returns }) => returns))).toEqual(new Set([1, 2]));
    const accepted = await listAccepted(desk(), accountant, { ...all, from: null, page: 0 });
    expect(accepted.total).toBeGreaterThanOrEqual(8);
  });

  test('the other company sees none of it', async () => {
    const accountant = await actor('accountant@volga.example');
    const { rows } = await listQueue(desk(), accountant, { ...all, show: 'waiting' });
    expect(rows.map(({ name }) => name)).toEqual([
      expect.stringContaining('Карусель'),
      expect.stringContaining('Ладья'),
    ]);
  });

  test('a rep has cards in every state, one of them in dispute with a colleague', async () => {
    const rep = await actor('rep1@danube.example');
    const pulled = await spine.servePull(rep, {
      ...{ p: 1, epoch: null, device: crypto.randomUUID(), incarnation: crypto.randomUUID() },
      ...{ scope: null, cursor: 0, page: null, limit: 1000, verdictsFor: [] },
    });
    if (!pulled.ok) throw new Error(pulled.error.message);
    const rows = pulled.value.rows.map(({ table, row }) => ({ table, row: row as { status?: string } }));
    const states = new Set(rows.filter(({ table }) => table === 'cards').map(({ row }) => row.status));
    expect(states).toEqual(new Set(['draft', 'handed-over', 'returned', 'accepted']));
    expect(rows.filter(({ table }) => table === 'conflicts')).toEqual([
      expect.objectContaining({ row: expect.objectContaining({ status: 'open', path: 'contractNumber' }) }),
    ]);
    expect(rows.some(({ table }) => table === 'queue-items')).toBe(false);
  });

  test('starting it a second time changes nothing', async () => {
    const before = await listQueue(desk(), await actor('accountant1@danube.example'), { ...all, show: 'waiting' });
    await seedDemo(parts());
    const after = await listQueue(desk(), await actor('accountant1@danube.example'), { ...all, show: 'waiting' });
    expect(after.rows.map(({ cardId }) => cardId)).toEqual(before.rows.map(({ cardId }) => cardId));
  });
});
