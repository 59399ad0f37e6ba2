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

/** As it is at this moment; whoever is connected is put out for the time of copying, and may come back. */
export async function copyDatabase(url: string): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const original = new URL(url).pathname.slice(1);
  const name = `copy_${randomBytes(6).toString('hex')}`;
  await withClient(server, async (client) => {
    await client.query(`ALTER DATABASE ${original} ALLOW_CONNECTIONS false`);
    try {
      await client.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1', [original]);
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${original}`);
    } finally {
      await client.query(`ALTER DATABASE ${original} ALLOW_CONNECTIONS true`);
    }
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  });
  const drop = () => withClient(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return { url: databaseUrl(server, name), drop: async () => void (await drop()) };
}
