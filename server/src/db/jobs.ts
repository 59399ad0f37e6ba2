import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss, type Job, type JobResult, type Queue } from 'pg-boss';
import type { Database } from './client.ts';
import { COMPANY_ROLE, type CompanyTransaction } from './company-transaction.ts';

/** A kind of work that outlives the request that asked for it. */
export interface JobKind {
  readonly name: string;
  /** How often it is tried again, first after `retryDelayS`, then after twice that, never more than `retryDelayMaxS` apart. */
  readonly retries: number;
  readonly retryDelayS: number;
  readonly retryDelayMaxS: number;
}

/** What a job is about: ids only, for the queue stands outside the wall between companies. */
export interface JobSubject {
  readonly companyId: string;
  readonly id: string;
}

export interface Jobs {
  /**
   * Asks for the work within this transaction: it is done only if the transaction commits. While one is waiting for
   * the same subject, a second is not added.
   */
  enqueue(tx: CompanyTransaction, kind: JobKind, subject: JobSubject): Promise<void>;
  /** Does the work, one subject at a time in this process; what throws is tried again. Any process may work. */
  work(kind: JobKind, handler: (subject: JobSubject) => Promise<void>): Promise<void>;
  /** Lets what is under way end, for a few seconds; what does not is done again by somebody else. */
  stop(): Promise<void>;
}

export interface JobsParts {
  readonly database: Database;
  readonly log: { warn(event: string, fields?: Readonly<Record<string, unknown>>): void };
  readonly kinds: readonly JobKind[];
  readonly pace?: JobPace;
}

export interface JobPace {
  readonly pollS: number;
  /** How often work whose process died is looked for, and after how long without a sign of life it counts as such. */
  readonly lookForDeadS: number;
  readonly deadAfterS: number;
}

const SCHEMA = 'pgboss';
const STOP_WITHIN_MS = 4000;
const YEAR_S = 365 * 24 * 60 * 60;
/** A handful is fetched at once, and the next without a pause while there are more. */
const AT_WORK = { batchSize: 5, burstWhenBatchFull: true, perJobResults: true } as const;
const USUAL_PACE: JobPace = { pollS: 1, lookForDeadS: 30, deadAfterS: 30 };

/** Work that may not be lost, in the same PostgreSQL. The first process makes the queue's tables, the others find them. */
export async function startJobs({ database, log, kinds, pace = USUAL_PACE }: JobsParts): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.$client.query(text, values) },
    schema: SCHEMA,
    schedule: false,
    superviseIntervalSeconds: pace.lookForDeadS,
    monitorIntervalSeconds: pace.lookForDeadS,
    persistWarnings: false,
  });
  let stopping = false;
  // A look that was under way when everything was closed finds the database gone; that is no trouble.
  boss.on('error', (error) => {
    if (!stopping) log.warn('jobs.trouble', { error });
  });
  boss.on('warning', (warning) => log.warn('jobs.warning', { reason: warning.message }));
  await boss.start();
  for (const kind of kinds) await makeQueue(boss, kind, pace);
  await letCompaniesAsk(database);
  return {
    enqueue: async (tx, kind, subject) => {
      const singletonKey = `${subject.companyId}/${subject.id}`;
      await boss.send(kind.name, subject, { singletonKey, db: fromDrizzle(tx, sql) });
    },
    work: async (kind, handler) => {
      const options = { ...AT_WORK, pollingIntervalSeconds: pace.pollS } as const;
      await boss.work<JobSubject, unknown, typeof options>(kind.name, options, (jobs) => doEach(jobs, handler, log));
    },
    stop: () => {
      stopping = true;
      return boss.stop({ graceful: true, timeout: STOP_WITHIN_MS, close: false });
    },
  };
}

/** One after another; one that fails takes none of the others with it. */
async function doEach(
  jobs: readonly Job<JobSubject>[],
  handler: (subject: JobSubject) => Promise<void>,
  log: JobsParts['log'],
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const { id, name, data } of jobs) {
    try {
      await handler(data);
      results.push({ id, status: 'completed' });
    } catch (error) {
      log.warn('job.failed', { kind: name, ...data, error });
      results.push({ id, status: 'failed', output: reasonOf(error) });
    }
  }
  return results;
}

/** Kept with the job, outside the wall: what a failed query was about stays out of it. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return reason.replace(/\nparams: [\s\S]*$/, '').slice(0, 500);
}

async function makeQueue(boss: PgBoss, kind: JobKind, pace: JobPace): Promise<void> {
  const options: Omit<Queue, 'name' | 'policy'> = {
    retryLimit: kind.retries,
    retryDelay: kind.retryDelayS,
    retryDelayMax: kind.retryDelayMaxS,
    retryBackoff: true,
    heartbeatSeconds: Math.max(10, pace.deadAfterS),
    expireInSeconds: 600,
    // Work nobody got round to stays asked for.
    retentionSeconds: YEAR_S,
  };
  // One waiting and one at work for each subject: whoever asks while it is being worked on is not forgotten.
  await boss.createQueue(kind.name, { ...options, policy: 'stately' });
  await boss.updateQueue(kind.name, options);
}

/** A company's transaction may ask for work and nothing else here: it reads no job, its own or another's. */
async function letCompaniesAsk(database: Database): Promise<void> {
  const { rows } = await database.execute(sql`select from pg_roles where rolname = ${COMPANY_ROLE}`);
  if (rows.length === 0) return;
  const [schema, role] = [sql.identifier(SCHEMA), sql.identifier(COMPANY_ROLE)];
  await database.transaction(async (tx) => {
    // Two processes that grant at once would trip over the same catalogue row.
    await tx.execute(sql`select pg_advisory_xact_lock(7201102)`);
    await tx.execute(sql`grant usage on schema ${schema} to ${role}`);
    await tx.execute(sql`grant select on ${schema}.queue to ${role}`);
    await tx.execute(sql`grant insert, select (id) on ${schema}.job, ${schema}.job_common to ${role}`);
  });
}
