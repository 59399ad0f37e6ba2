import { randomBytes } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';
import { databaseUrl, TEMPLATE, withClient } from './test-server.ts';

export type TestDatabase = { url: string; drop(): Promise<void> };

/**
 * A migrated, empty database of its own: take one per test file (or per test) and drop it in afterAll. Works in the
 * vitest projects that run on PostgreSQL: unit-server, sync, http and e2e.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
  return {
    url: databaseUrl(server, name),
    drop: async () => {
      await withClient(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** The same, dropped by itself when the current test ends. */
export async function createDatabaseForTest(): Promise<string> {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  return database.url;
}
