import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { composeApp } from '@cession/server/app/compose.ts';
import type { Env } from '@cession/server/app/env.ts';
import { createHttp } from '@cession/server/app/http.ts';
import { createLog } from '@cession/server/app/log.ts';
import { openDatabase, type Database } from '@cession/server/db/client.ts';
import { sql } from 'drizzle-orm';
import { vi } from 'vitest';
import { createTestDatabase } from './postgres.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface ComposedApp {
  readonly database: Database;
  readonly log: readonly string[];
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Signs in with the demo's password and answers the cookie. */
  signIn(email: string, password?: string): Promise<string>;
  /** Asks one procedure. */
  ask(cookie: string | null, procedure: string, input: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

const PUBLIC_URL = 'http://localhost:8787';

/** The whole server on a database of its own, without a socket: what `start` composes, with the demo's people. */
export async function startComposedApp(overrides: Partial<Env> = {}): Promise<ComposedApp> {
  const testDatabase = await createTestDatabase();
  const lines: string[] = [];
  const log = createLog('info', { pretty: false, write: (line) => lines.push(line) });
  const database = openDatabase(testDatabase.url, 8, log);
  const clientDir = mkdtempSync(`${tmpdir()}/cession-client-`);
  const composed = await composeApp({
    env: { ...env(testDatabase.url), ...overrides },
    database,
    log,
    isNewEmbedded: true,
  });
  await untilNothingIsAsked(database);
  const http = createHttp({
    mounts: composed.mounts,
    database,
    version: 'test',
    clientDir,
    log,
    publicUrl: PUBLIC_URL,
  });
  const stop = async (): Promise<void> => {
    await composed.stop();
    await database.$client.end();
    await testDatabase.drop();
  };
  return { database, log: lines, stop, ...doors(http) };
}

/** The demo's notices are proven after the start; tests begin when that is done, so that nothing moves under them. */
async function untilNothingIsAsked(database: Database): Promise<void> {
  const open = sql`select count(*)::int as n from pgboss.job where state in ('created', 'retry', 'active')`;
  const wait = { timeout: 60_000, interval: 100 };
  await vi.waitFor(async () => {
    if ((await database.execute<{ n: number }>(open)).rows[0]?.n !== 0) throw new Error('work is left');
  }, wait);
}

function doors(http: { fetch(request: Request): Response | Promise<Response> }) {
  const fetchIt = async (path: string, init?: RequestInit): Promise<Response> =>
    http.fetch(new Request(`${PUBLIC_URL}${path}`, init));
  const post = (path: string, body: unknown, cookie: string | null): Promise<Response> =>
    fetchIt(path, { method: 'POST', body: JSON.stringify(body), headers: headersOf(cookie) });
  return {
    fetch: fetchIt,
    signIn: async (email: string, password = 'cession-demo'): Promise<string> => {
      const answer = await post('/api/auth/sign-in/email', { email, password }, null);
      if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status}`);
      return answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    },
    ask: async (cookie: string | null, procedure: string, input: unknown): Promise<Answer> => {
      const answer = await post(`/trpc/${procedure}`, input, cookie);
      return { status: answer.status, body: await answer.json() };
    },
  };
}

function headersOf(cookie: string | null): Record<string, string> {
  const own = { 'content-type': 'application/json', origin: PUBLIC_URL };
  return cookie === null ? own : { ...own, cookie };
}

function env(databaseUrl: string): Env {
  return {
    port: 8787,
    host: '127.0.0.1',
    dataDir: tmpdir(),
    databaseUrl,
    databasePoolSize: 8,
    publicUrl: PUBLIC_URL,
    authSecret: 'a secret that is long enough for a test',
    demo: 'on',
    firstAdmin: undefined,
    logLevel: 'info',
    trustedProxyHeader: undefined,
  };
}
