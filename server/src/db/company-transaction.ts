import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database, Transaction } from './client.ts';
import { sqlState } from './sql-state.ts';
import { StaleRead } from './stale-read.ts';

/** A transaction that sees and changes the data of one company only. */
export type CompanyTransaction = Transaction;

export interface CompanyTransactionOptions {
  /** `read committed` unless asked otherwise. */
  readonly isolationLevel?: 'read committed' | 'repeatable read' | 'serializable';
  readonly accessMode?: 'read only' | 'read write';
  /** How long to wait for a row someone else holds. */
  readonly lockTimeoutMs?: number;
}

const RETRIES = 3;
const LOCK_TIMEOUT_MS = 5000;
export const COMPANY_ROLE = 'cession_app';

/**
 * The only way to touch a company's data. The database itself hides every other company's rows inside `work`.
 * `work` runs again, up to three times, when the database asks for it (40001, 40P01): it must have no effect
 * outside the transaction.
 */
export async function inCompany<T>(
  database: Database,
  companyId: string,
  options: CompanyTransactionOptions,
  work: (tx: CompanyTransaction) => Promise<T>,
): Promise<T> {
  const role = await companyRole(database);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await database.transaction(async (tx) => {
        await enter(tx, companyId, role, options.lockTimeoutMs ?? LOCK_TIMEOUT_MS);
        return work(tx);
      }, transactionMode(options));
    } catch (error) {
      if (attempt >= RETRIES || !asksForRetry(error)) throw error;
      // Two that met once meet again unless they step apart.
      await pause(attempt * 10 + Math.random() * 20);
    }
  }
}

function transactionMode(options: CompanyTransactionOptions) {
  const { isolationLevel = 'read committed', accessMode = 'read write' } = options;
  return { isolationLevel, accessMode };
}

async function enter(tx: CompanyTransaction, companyId: string, role: string | null, lockTimeoutMs: number) {
  // One round trip. set_config(…, true) ends with the transaction, as SET LOCAL does.
  await tx.execute(sql`select
    set_config('app.company', ${companyId}, true),
    set_config('lock_timeout', ${String(lockTimeoutMs)}, true),
    set_config('role', ${role ?? 'none'}, true)`);
}

function asksForRetry(error: unknown): boolean {
  const state = sqlState(error);
  return error instanceof StaleRead || state === '40001' || state === '40P01';
}

const roles = new WeakMap<Database, Promise<string | null>>();

/** Asked once per pool: the role cannot change under a running process. */
function companyRole(database: Database): Promise<string | null> {
  const known = roles.get(database);
  if (known !== undefined) return known;
  const asked = findRole(database);
  roles.set(database, asked);
  asked.catch(() => roles.delete(database));
  return asked;
}

async function findRole(database: Database): Promise<string | null> {
  const { rows } = await database.execute<{ may: boolean; unstoppable: boolean }>(sql`select
    exists (select from pg_roles r where r.rolname = ${COMPANY_ROLE} and pg_has_role(r.oid, case
      when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)) as may,
    (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as unstoppable`);
  const answer = rows[0];
  if (answer?.may === true) return COMPANY_ROLE;
  if (answer?.unstoppable === true) {
    process.emitWarning(
      `The database user is above row-level security and the role ${COMPANY_ROLE} is missing: ` +
        'only the queries themselves keep companies apart.',
    );
  }
  return null;
}
