import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { StartRefused } from './start-refused.ts';

const MIGRATIONS = join(import.meta.dirname, 'migrations');

/** Any constant serves, as long as every process of the app asks for the same one. */
const MIGRATION_LOCK = 4_213_071_975;

/**
 * Brings the tables to the shape this code expects. Several processes may start at once: the first migrates, the others
 * wait, then find nothing left to do. The lock belongs to the connection, so a starter that dies frees it.
 */
export async function migrateDatabase(url: string, folder: string = MIGRATIONS): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'cession-migrate',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartRefused(`The database at ${withoutPassword(url)} does not let us in: ${connectReason(error)}.`);
  }
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if (existsSync(join(folder, 'meta', '_journal.json'))) {
      await migrate(drizzle({ client }), { migrationsFolder: folder });
    }
  } finally {
    await client.end();
  }
}

function withoutPassword(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
}

function connectReason(error: unknown): string {
  // A name with several addresses fails with all of their reasons and no message of its own.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
