/** What all runs of a benchmark of sending share: one PostgreSQL, one company, one person signed in, the servers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBenchDatabase, type BenchDatabase } from '../kit/bench-database.ts';
import { startPinned, type Pinned } from '../kit/pinned-process.ts';
import { freePort } from '../../support/app-process.ts';
import { repoRoot } from '../../support/run-step.ts';
import { makePeerTables } from './peer-tables.ts';
import type { PushTarget } from './pusher.ts';

export type ServerKind = 'ours' | 'no-ledger' | 'peers' | 'pouchdb';

export interface Stage {
  readonly database: BenchDatabase;
  readonly cookie: string;
  readonly person: PushTarget['person'];
  /** The running server of a kind; started when it is first asked for. */
  server(kind: ServerKind): Promise<{ readonly url: string; readonly process: Pinned }>;
  /** Every server ends; the next one asked for is new. */
  stopServers(): Promise<void>;
  stop(): Promise<void>;
}

const SECRET = 'a secret that is long enough for a benchmark';
const EMAIL = 'rep1@danube.example';

export async function openStage(): Promise<Stage> {
  const database = await openBenchDatabase();
  const emptyDir = mkdtempSync(join(tmpdir(), 'cession-bench-'));
  const running = new Map<ServerKind, Promise<{ url: string; process: Pinned }>>();
  const env = { DATABASE_URL: database.url, AUTH_SECRET: SECRET, DEMO: 'on', LOG_LEVEL: 'warn' };
  const server: Stage['server'] = (kind) => {
    const known = running.get(kind) ?? launch(kind, { ...env, DATA_DIR: emptyDir, EMPTY_DIR: emptyDir });
    running.set(kind, known);
    return known;
  };
  const stopServers = async (): Promise<void> => {
    for (const started of running.values()) await (await started).process.stop();
    running.clear();
  };
  const { url } = await server('ours');
  await untilNothingIsAsked(database);
  await makePeerTables(database.pool);
  const cookie = await signIn(url);
  return {
    ...{ database, cookie, server, stopServers },
    person: await personOf(url, cookie),
    stop: async () => {
      await stopServers();
      await database.stop();
      rmSync(emptyDir, { recursive: true, force: true });
    },
  };
}

const SCRIPTS: Readonly<Record<ServerKind, string>> = {
  ours: join(repoRoot, 'server/src/app/main.ts'),
  'no-ledger': join(import.meta.dirname, 'no-ledger-server.ts'),
  peers: join(import.meta.dirname, 'peer-server.ts'),
  pouchdb: join(import.meta.dirname, '../peers/pouch-server.ts'),
};

async function launch(kind: ServerKind, env: Readonly<Record<string, string>>) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = { script: SCRIPTS[kind], core: 0, env: { ...env, PORT: String(port), HOST: '127.0.0.1' } } as const;
  // The product does not speak to a benchmark: it is asked for its health.
  return { url, process: await startPinned(start, kind === 'ours' ? () => isHealthy(url) : undefined) };
}

/** The demo's papers are proven after the start: runs begin when that is done. */
async function untilNothingIsAsked({ pool }: BenchDatabase): Promise<void> {
  const open = "select count(*)::int as n from pgboss.job where state in ('created', 'retry', 'active')";
  while ((await pool.query<{ n: number }>(open)).rows[0]?.n !== 0)
    await new Promise((resolve) => setTimeout(resolve, 200));
}

async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: EMAIL, password: 'cession-demo' }),
  });
  if (!answer.ok) throw new Error(`nobody could sign in: ${answer.status}`);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return cookies.join('; ');
}

async function personOf(url: string, cookie: string): Promise<PushTarget['person']> {
  const headers = { 'content-type': 'application/json', cookie };
  const answer = await fetch(`${url}/trpc/people.me`, { method: 'POST', headers, body: '{}' });
  const said = (await answer.json()) as { result: { data: PushTarget['person'] } }; // what this procedure answers
  return said.result.data;
}
