import type { Database } from './client.ts';

/** Chosen once; says nothing. Other duties take other numbers. */
const FIRST_START = 7_201_101;

/** One app process after another, over all that share this database. The lock ends with its connection, whatever happens. */
export async function oneProcessAtATime<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const client = await database.$client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [FIRST_START]);
    return await work();
  } finally {
    client.release(true);
  }
}
