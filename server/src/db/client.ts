import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';

/** The app's one pool with drizzle over it; `$client` is the pool itself. */
export type Database = NodePgDatabase & { readonly $client: pg.Pool };
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

type PoolLog = { warn(event: string, fields: Record<string, unknown>): void };

/** Opens no connection yet: the first query does. */
export function openDatabase(url: string, poolSize: number, log: PoolLog): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'cession',
    connectionTimeoutMillis: 5000,
    statement_timeout: 30_000,
    // A transaction left open by a bug would otherwise hold its locks, and one connection, for ever.
    idle_in_transaction_session_timeout: 30_000,
  });
  // A database that restarts breaks every connection; the pool replaces them, and without a listener the process dies.
  // One in the middle of a transaction is not the pool's to listen to: between two statements nobody else would hear it.
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn('database.connection-lost', { reason: error.message }));
  });
  pool.on('error', () => undefined);
  return drizzle({ client: pool });
}

export async function isDatabaseUp(database: Database, withinMs: number): Promise<boolean> {
  const { promise: tooLate, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), withinMs);
  const answer = database.$client.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}
