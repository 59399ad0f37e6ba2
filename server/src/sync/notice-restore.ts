import { sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { sqlState } from '../db/sql-state.ts';
import type { SpineLog } from './env.ts';

const NOT_ALLOWED = '42501';

/**
 * A database that stands somewhere else than when it was last opened (another cluster, another timeline, made anew) came
 * back from a backup: it gets a new epoch, and the phones send again what it lacks. A restore in place cannot be seen
 * from inside; `renewEpoch` is for whoever did it.
 */
export async function noticeRestore(database: Database, log: SpineLog): Promise<void> {
  const place = await placeOf(database);
  const { rows } = await database.execute<{ before: string | null }>(sql`
    update sync_meta set place = ${place} from (select place as before from sync_meta) old returning old.before`);
  const before = rows[0]?.before ?? null;
  if (before === null || before === place) return;
  log.warn('database.was-restored', { before, place, epoch: await renewEpoch(database) });
}

/** Answers the new epoch. Every phone starts over from it, keeps its outbox, and offers what it saw done. */
export async function renewEpoch(database: Database): Promise<string> {
  const { rows } = await database.execute<{ epoch: string }>(
    sql`update sync_meta set server_epoch = gen_random_uuid() returning server_epoch as epoch`,
  );
  const epoch = rows[0]?.epoch;
  if (epoch === undefined) throw new Error('the database has no epoch: it was not migrated');
  return epoch;
}

async function placeOf(database: Database): Promise<string> {
  const oid = sql`(select oid from pg_database where datname = current_database())`;
  try {
    const cluster = sql`(select system_identifier from pg_control_system())`;
    const timeline = sql`(select timeline_id from pg_control_checkpoint())`;
    return await textOf(database, sql`concat_ws('/', ${cluster}, ${timeline}, ${oid})`);
  } catch (error) {
    // Some hosts keep these functions to themselves.
    if (sqlState(error) !== NOT_ALLOWED) throw error;
    return textOf(database, sql`${oid}::text`);
  }
}

async function textOf(database: Database, expression: ReturnType<typeof sql>): Promise<string> {
  const { rows } = await database.execute<{ text: string }>(sql`select ${expression} as text`);
  return rows[0]?.text ?? '';
}
