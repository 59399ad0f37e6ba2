import { randomUUID } from 'node:crypto';
import { inCompany } from '@cession/server/db/company-transaction.ts';
import { openDatabase, type Database } from '@cession/server/db/client.ts';
import { startJobs, type JobKind, type Jobs, type JobSubject } from '@cession/server/db/jobs.ts';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

const quiet = { warn: () => undefined };
const pace = { pollS: 0.5, lookForDeadS: 1, deadAfterS: 10 };
const company = randomUUID();

let testDatabase: TestDatabase;
let database: Database;
const running: Jobs[] = [];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url, 10, quiet);
});
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
});
afterAll(async () => {
  await database.$client.end();
  await testDatabase.drop();
});

const kindOf = (name: string): JobKind => ({ name, retries: 3, retryDelayS: 1, retryDelayMaxS: 1 });
const subject = (): JobSubject => ({ companyId: company, id: randomUUID() });

async function start(...kinds: JobKind[]): Promise<Jobs> {
  const jobs = await startJobs({ database, log: quiet, kinds, pace });
  running.push(jobs);
  return jobs;
}

describe('work that outlives a request', () => {
  test('is asked for inside a company transaction, which has no more rights than before', async () => {
    const kind = kindOf('test-ask');
    const jobs = await start(kind);
    const seen = await inCompany(database, company, {}, async (tx) => {
      await jobs.enqueue(tx, kind, subject());
      const { rows } = await tx.execute<{ role: string }>(sql`select current_user as role`);
      return rows[0]?.role;
    });
    expect(seen).toBe('cession_app');
    const peek = inCompany(database, company, {}, (tx) => tx.execute(sql`select data from pgboss.job`));
    await expect(peek).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  test('is not done when the transaction it was asked for in is undone', async () => {
    const kind = kindOf('test-undone');
    const jobs = await start(kind);
    const [kept, undone] = [subject(), subject()];
    await expect(
      inCompany(database, company, {}, async (tx) => {
        await jobs.enqueue(tx, kind, undone);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await inCompany(database, company, {}, (tx) => jobs.enqueue(tx, kind, kept));
    const done: string[] = [];
    await jobs.work(kind, async ({ id }) => void done.push(id));
    await expect.poll(() => done).toEqual([kept.id]);
  });

  test('waits once for one subject, however often it is asked for', async () => {
    const kind = kindOf('test-once');
    const jobs = await start(kind);
    const one = subject();
    for (let again = 0; again < 3; again += 1)
      await inCompany(database, company, {}, (tx) => jobs.enqueue(tx, kind, one));
    expect(await waiting(kind)).toBe(1);
  });

  test('that throws is tried again', async () => {
    const kind = kindOf('test-again');
    const jobs = await start(kind);
    await inCompany(database, company, {}, (tx) => jobs.enqueue(tx, kind, subject()));
    let tries = 0;
    await jobs.work(kind, async () => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
    });
    await expect.poll(() => tries, { timeout: 20_000 }).toBe(2);
  });

  test("that throws leaves no one's data with the job, where no wall stands", async () => {
    const kind = { ...kindOf('test-quiet'), retries: 0 };
    const jobs = await start(kind);
    await inCompany(database, company, {}, (tx) => jobs.enqueue(tx, kind, subject()));
    await jobs.work(kind, () => Promise.reject(new Error('Failed query: insert\nparams: Ilona,+36 1 555')));
    const asked = sql`select output::text as output from pgboss.job where name = ${kind.name} and state = 'failed'`;
    const outputs = async () => (await database.execute<{ output: string }>(asked)).rows.map(({ output }) => output);
    await expect.poll(outputs, { timeout: 20_000 }).toHaveLength(1);
    expect((await outputs()).join()).toContain('Failed query');
    expect((await outputs()).join()).not.toContain('Ilona');
  });

  test('is shared by two processes, each subject done by one of them', async () => {
    const kind = kindOf('test-shared');
    const [first, second] = await Promise.all([start(kind), start(kind)]);
    const subjects = Array.from({ length: 6 }, () => subject());
    for (const one of subjects) await inCompany(database, company, {}, (tx) => first.enqueue(tx, kind, one));
    const done: string[] = [];
    for (const jobs of [first, second]) await jobs.work(kind, async ({ id }) => void done.push(id));
    await expect.poll(() => done.length, { timeout: 20_000 }).toBe(subjects.length);
    expect(done.toSorted()).toEqual(subjects.map(({ id }) => id).toSorted());
  });

  test('whose process died is done by another', async () => {
    const kind = kindOf('test-killed');
    const jobs = await start(kind);
    const one = subject();
    await inCompany(database, company, {}, (tx) => jobs.enqueue(tx, kind, one));
    // What a process that died at work leaves behind: taken, and no sign of life since.
    await database.execute(sql`update pgboss.job set state = 'active', started_on = now() - interval '1 minute',
      heartbeat_on = now() - interval '1 minute' where name = ${kind.name}`);
    const done: string[] = [];
    await jobs.work(kind, async ({ id }) => void done.push(id));
    await expect.poll(() => done, { timeout: 30_000 }).toEqual([one.id]);
  });
});

async function waiting(kind: JobKind): Promise<number> {
  const asked = sql`select count(*)::int as n from pgboss.job where name = ${kind.name}`;
  return (await database.execute<{ n: number }>(asked)).rows[0]?.n ?? 0;
}
