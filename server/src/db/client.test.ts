import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { createDatabaseForTest } from '../../../tests/support/postgres.ts';
import { withClient } from '../../../tests/support/test-server.ts';
import { openDatabase } from './client.ts';

test('the database goes down in the middle of a transaction: that transaction fails, the server lives on', async () => {
  const url = await createDatabaseForTest();
  const lost: string[] = [];
  const database = openDatabase(url, 2, { warn: (event) => lost.push(event) });
  onTestFinished(() => database.$client.end());
  const fallen: unknown[] = [];
  const fall = (error: unknown): void => void fallen.push(error);
  process.on('uncaughtException', fall);
  onTestFinished(() => void process.off('uncaughtException', fall));

  const broken = database.transaction(async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await withClient(url, (client) => client.query('select pg_terminate_backend($1)', [rows[0]?.pid]));
    // Between two statements: no query is there to fail in the connection's place.
    await expect.poll(() => lost.length + fallen.length, { timeout: 5000 }).toBeGreaterThan(0);
    await tx.execute(sql`select 1`);
  });

  await expect(broken).rejects.toThrow(/Failed query/);
  expect(fallen).toEqual([]);
  expect((await database.execute<{ one: number }>(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
});
