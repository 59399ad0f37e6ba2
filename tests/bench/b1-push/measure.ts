/** One contender, one batch size, one number of documents: runs that are checked row by row before they count. */
import { join } from 'node:path';
import { cardDocuments, hashOf } from '../kit/card-documents.ts';
import { startPinned, type Pinned } from '../kit/pinned-process.ts';
import { openSlowLine } from '../kit/slow-line.ts';
import { emptyTables } from './peer-tables.ts';
import type { PushReport } from './push-client.ts';
import type { Contender, PushTarget } from './pusher.ts';
import type { ServerKind, Stage } from './stage.ts';

export interface Plan {
  readonly who: Contender;
  readonly count: number;
  readonly batch: number;
  readonly runs: number;
  readonly warmUps: number;
  /** Through a line of 80 ± 40 ms there and back. */
  readonly isFar?: boolean;
}

export interface Run extends PushReport {
  /** Seconds of CPU for the whole run; null where there is no such server. */
  readonly serverCpu: number | null;
  readonly databaseCpu: number;
}

export const ROUND_TRIP_MS = 80;
export const PLUS_MINUS_MS = 40;

const SERVER_OF: Readonly<Record<Contender, ServerKind | null>> = {
  ...{
    ours: 'ours',
    'ours-memory': 'ours',
    'ours-no-ledger': 'no-ledger',
    'rxdb-memory': 'peers',
    'rxdb-dexie': 'peers',
    tanstack: 'peers',
    pouchdb: 'pouchdb',
  },
  ...{ 'insert-values': null, 'insert-json': null },
};

let seeds = 0;

export async function measure(stage: Stage, plan: Plan): Promise<readonly Run[]> {
  const kind = SERVER_OF[plan.who];
  const server = kind === null ? null : await stage.server(kind);
  const line = plan.isFar && server !== null ? await openSlowLine(server.url, ROUND_TRIP_MS, PLUS_MINUS_MS) : null;
  const client = await startPinned({ script: join(import.meta.dirname, 'push-client.ts'), core: 1, args: [plan.who] });
  const target = { cookie: stage.cookie, person: stage.person, databaseUrl: stage.database.url, batch: plan.batch };
  const runs: Run[] = [];
  try {
    for (let run = -plan.warmUps; run < plan.runs; run += 1) {
      const url = line?.url ?? server?.url ?? '';
      const done = await runOnce(stage, { client, server: server?.process ?? null }, { ...target, url }, plan);
      if (run >= 0) runs.push(done);
    }
  } finally {
    await client.stop();
    await line?.stop();
  }
  return runs;
}

type Programs = { readonly client: Pinned; readonly server: Pinned | null };

async function runOnce(stage: Stage, { client, server }: Programs, target: PushTarget, plan: Plan): Promise<Run> {
  const { database } = stage;
  seeds += 1;
  await emptyTables(database.pool);
  await client.ask({ kind: 'save', target, seed: seeds, count: plan.count });
  const before = { server: server?.cpuSeconds() ?? null, database: database.cpuSeconds() };
  const report = await client.ask<PushReport>({ kind: 'drain' });
  const databaseCpu = database.cpuSeconds() - before.database;
  const serverCpu = server === null || before.server === null ? null : server.cpuSeconds() - before.server;
  const wanted = hashOf(cardDocuments(seeds, plan.count));
  const stored = hashOf(await storedBy(stage, plan.who, target));
  if (stored !== wanted)
    throw new Error(`${plan.who}: the server does not hold what was sent; this run counts for nothing`);
  if (report.hash !== wanted) throw new Error(`${plan.who}: the device does not hold what it saved`);
  return { ...report, serverCpu, databaseCpu };
}

type Stored = readonly { readonly id: string; readonly values: unknown }[];

async function storedBy({ database, person }: Stage, who: Contender, target: PushTarget): Promise<Stored> {
  if (who === 'pouchdb') return storedByPouchdb(target.url);
  const client = await database.pool.connect();
  try {
    await client.query("select set_config('app.company', $1, false)", [person.companyId]);
    const query = who.startsWith('ours')
      ? 'select id, "values" from card'
      : `select id, doc->'values' as "values" from bench_card`;
    return (await client.query<Stored[number]>(`${query} where company_id = $1`, [person.companyId])).rows;
  } finally {
    client.release();
  }
}

async function storedByPouchdb(url: string): Promise<Stored> {
  const answer = await fetch(`${url}/cards/_all_docs?include_docs=true`);
  const { rows } = (await answer.json()) as { rows: readonly { doc: Stored[number] }[] }; // as CouchDB's interface has it
  await fetch(`${url}/cards`, { method: 'DELETE' });
  return rows.map(({ doc }) => doc);
}
