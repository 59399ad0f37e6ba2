import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { freePort, startApp, type AppProcess } from '../../support/app-process.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts';
import { repoRoot } from '../../support/run-step.ts';

/** The demo company on a real server with a database of its own: where one story file is told. */
export interface Stage {
  readonly url: string;
  readonly app: AppProcess;
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
export function stageForFile(): Stage {
  let database: TestDatabase | undefined;
  let app: AppProcess | undefined;
  let url = '';
  let browser: Promise<Browser> | undefined;
  const clients: Client[] = [];

  const connect = async (): Promise<Client> => {
    const client = new Client({ connectionString: there(database).url });
    // the database is dropped under connections a failed story left open
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    await client.query(BEHIND_THE_WALL);
    return client;
  };

  beforeAll(async () => {
    if (!existsSync(join(repoRoot, 'client', 'dist', 'index.html'))) {
      throw new Error('the screens are not built: run "npx pnpm@12 --filter @cession/client build" first');
    }
    const port = String(await freePort());
    url = `http://localhost:${port}`;
    database = await createTestDatabase();
    app = await startApp({ DATABASE_URL: database.url, DEMO: 'on', PORT: port, PUBLIC_URL: url });
  });
  afterAll(async () => {
    await (await browser)?.close();
    await app?.stop();
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
    await database?.drop();
  });

  return {
    get url() {
      return url;
    },
    get app() {
      return there(app);
    },
    browser: () => (browser ??= launchBrowser()),
    connect,
    sql: async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
      const client = clients[0] ?? (await connect());
      return (await client.query<Row>(text, [...values])).rows;
    },
  };
}

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('the stage is not up yet: use it inside a test');
  return thing;
}
