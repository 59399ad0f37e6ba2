import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { freePort, startApp, type AppProcess } from '../../support/app-process.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts';
import { repoRoot } from '../../support/run-step.ts';

/** The demo company on a real server with a database of its own: where one story file is told. */
export interface Stage {
  readonly url: string;
  readonly app: AppProcess;
  /** Where the server keeps its keys: the roots of its seal among them. */
  readonly dataDir: string;
  /** Only where the file asked for one. */
  readonly door: FrontDoor;
  /** One for the file: each person in it has a context of their own. */
  browser(): Promise<Browser>;
  /** Asks the database itself, so that a story need not believe what a screen says. */
  sql<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** A connection of the test's own, to stand in the server's way. Closed when the file ends. */
  connect(): Promise<Client>;
}

/** Rows are walled by company; the stories are told at Danube Toys. */
const BEHIND_THE_WALL = `select set_config('app.company', membership.member_of::text, false)
  from membership join auth_user on auth_user.id = membership.user_id where email = 'rep1@danube.example'`;

/** Starts with the file and ends with it. */
export function stageForFile({ behindDoor = false } = {}): Stage {
  let open: OpenStage | undefined;
  beforeAll(async () => {
    open = await openStage(behindDoor);
  });
  afterAll(() => open?.close());
  return {
    get url() {
      return there(open).url;
    },
    get app() {
      return there(open).app;
    },
    get dataDir() {
      return there(open).dataDir;
    },
    get door() {
      return there(open).door;
    },
    browser: () => there(open).browser(),
    connect: () => there(open).connect(),
    sql: async <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) =>
      there(open).sql<Row>(text, values),
  };
}

interface OpenStage extends Stage {
  close(): Promise<void>;
}

async function openStage(behindDoor: boolean): Promise<OpenStage> {
  if (!existsSync(join(repoRoot, 'client', 'dist', 'index.html'))) {
    throw new Error('the screens are not built: run "npx pnpm@12 --filter @cession/client build" first');
  }
  const port = String(await freePort());
  const door = behindDoor ? await openFrontDoor(Number(port)) : undefined;
  const url = door?.url ?? `http://localhost:${port}`;
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'cession-stage-'));
  const settings = { DATABASE_URL: database.url, DATA_DIR: dataDir, DEMO: 'on', PORT: port, PUBLIC_URL: url };
  const app = await startApp(settings);
  let browser: Promise<Browser> | undefined;
  const clients: Client[] = [];
  const connect = async (): Promise<Client> => {
    const client = await connectTo(database);
    clients.push(client);
    return client;
  };
  const own = await connect();
  return {
    ...{ url, app, dataDir, connect },
    get door() {
      return there(door);
    },
    browser: () => (browser ??= launchBrowser()),
    sql: async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await own.query<Row>(text, [...values])).rows,
    close: async () => {
      await (await browser)?.close();
      await door?.close();
      await app.stop();
      await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function connectTo(database: TestDatabase): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  // the database is dropped under connections a failed story left open
  client.on('error', () => undefined);
  await client.connect();
  await client.query(BEHIND_THE_WALL);
  return client;
}

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('the stage is not up yet: use it inside a test');
  return thing;
}
