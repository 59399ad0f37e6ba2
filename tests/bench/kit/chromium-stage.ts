/** The demo company on a real server with PostgreSQL, and a phone of its rep that holds as many cards as asked for. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { freePort, startApp } from '../../support/app-process.ts';
import { launchProfile, PHONE } from '../../support/chromium.ts';
import { repoRoot } from '../../support/run-step.ts';
import { cardDocuments } from './card-documents.ts';
import { startStockPostgres } from './stock-postgres.ts';

export interface BenchStage {
  readonly url: string;
  readonly databaseUrl: string;
  readonly sql: Client;
  /** Puts cards the rep owns into the company. `known` also tells everybody in the company that they exist. */
  addCards(count: number, options: { readonly known: boolean }): Promise<void>;
  /** One card in a hundred gets another payment term. */
  changeSome(): Promise<void>;
  stop(): Promise<void>;
}

export interface BenchPhone {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: CDPSession;
}

const REP = 'rep1@danube.example';
const REP_NAME = 'Nagy Péter';

export async function openBenchStage(): Promise<BenchStage> {
  if (!existsSync(join(repoRoot, 'client', 'dist', 'index.html')))
    throw new Error('the screens are not built: run "npx pnpm@12 --filter @cession/client build" first');
  const postgres = await startStockPostgres();
  const database = await postgres.create('bench');
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'cession-bench-'));
  const app = await startApp({ DATABASE_URL: database, DATA_DIR: dataDir, DEMO: 'on', PORT: port, PUBLIC_URL: url });
  const sql = new Client({ connectionString: database });
  await sql.connect();
  await sql.query(
    `select set_config('app.company', member_of::text, false), set_config('app.bench_rep', user_id::text, false)
     from membership join auth_user on auth_user.id = membership.user_id where email = $1`,
    [REP],
  );
  return {
    ...{ url, sql, databaseUrl: database },
    changeSome: () => changeSome(sql),
    addCards: (count, { known }) => addCards(sql, count, known),
    stop: async () => {
      await sql.end();
      await app.stop();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A phone whose app and cards lie in `profile`, so that it can be turned off and on again. */
export async function turnOn(
  profile: string,
  { offline = false, debuggingPort }: { readonly offline?: boolean; readonly debuggingPort?: number } = {},
): Promise<BenchPhone> {
  const person = { ...PHONE, locale: 'en-GB', timezoneId: 'Europe/Budapest', offline };
  const context = await launchProfile(profile, person, debuggingPort);
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(120_000);
  return { context, page, session: await context.newCDPSession(page) };
}

/** One tap on the demo's sign-in page; answers when app and cards lie on the phone. */
export async function signInAndFetch({ page }: BenchPhone, url: string) {
  await page.goto(`${url}/sign-in`);
  const button = page.getByRole('button', { name: REP_NAME });
  await button.waitFor();
  const begun = performance.now();
  await button.click();
  await page.getByRole('region', { name: 'Cards in progress' }).waitFor();
  const first = performance.now() - begun;
  let rows = 0;
  while (rows === 0) {
    rows = await page.evaluate(cardsFetched);
    await page.waitForTimeout(20);
  }
  const total = performance.now() - begun;
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const underWay = page.getByRole('link', { name: /^Outbox: (Fetching|Sending|\d+ of|\d+ waiting)/ });
  await underWay.waitFor({ state: 'detached' });
  return { first, total, rows };
}

/** Only the cookie: what the app itself fetches meanwhile lies with another origin. */
export async function signInOnly(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByRole('button', { name: REP_NAME }).click();
  await page.waitForURL((at) => at.pathname !== '/sign-in');
}

/** Runs in the page: how many cards the phone's own database holds once it says that the first sync is over, else 0. */
async function cardsFetched(): Promise<number> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
    });
  const name = (await indexedDB.databases()).map((each) => each.name ?? '').find((each) => each.startsWith('cession:'));
  if (name === undefined) return 0;
  const db = await asked(indexedDB.open(name));
  const server: { body: { value: { cursor: number } } } | undefined = await asked(
    db.transaction('meta').objectStore('meta').get('server'),
  );
  const cards = await asked(db.transaction('view').objectStore('view').count(IDBKeyRange.bound('cards:', 'cards;')));
  db.close();
  return (server?.body.value.cursor ?? 0) > 0 ? cards : 0;
}

/** Set-based: one statement for the cards, one for what the company knows of them, one for the clock. */
async function addCards(sql: Client, count: number, known: boolean): Promise<void> {
  const cards = cardDocuments(7, count).map(({ id, values }, at) => ({ id, values, at }));
  const given = [JSON.stringify(cards)];
  await sql.query('begin');
  await sql.query(ROWS_FROM('card', CARD), given);
  if (known) await sql.query(ROWS_FROM('card_key', CARD_KEY), given);
  await sql.query('update company_clock set ver = ver + $1 where company_id = app_company()', [count]);
  await sql.query('commit');
}

async function changeSome(sql: Client): Promise<void> {
  await sql.query(
    `with clock as (update company_clock set ver = ver + 1 where company_id = app_company() returning ver)
     update card set row_ver = clock.ver, "values" = jsonb_set("values", '{paymentTermsDays}', to_jsonb(90)) from clock
     where card.id in (select id from card order by id limit greatest(1, (select count(*) from card) / 100))`,
  );
}

const REP_ID = `current_setting('app.bench_rep')`;
const ROWS_FROM = (table: string, { columns, values, meta }: { columns: string; values: string; meta: string }) => `
insert into ${table} (company_id, id, row_ver, field_meta, ${columns})
select app_company(), (card->>'id')::uuid, ver + 1 + (card->>'at')::int, ${meta}, ${values}
from jsonb_array_elements($1::jsonb) as card, company_clock where company_id = app_company()`;

const CARD = {
  meta: `(select jsonb_object_agg(path, jsonb_build_object('ver', ver + 1 + (card->>'at')::int, 'by', card->>'id'))
    from jsonb_object_keys(card->'values') as path)`,
  columns: 'audience, owner_id, helpers, jurisdiction, status, revision, "values", kept_apart, created_at, changed_at',
  values: `array['user:' || ${REP_ID}], ${REP_ID}::uuid, '{}', 'HU', 'draft', 0, card->'values', '[]',
    timestamptz '2026-01-01' + (card->>'at')::int * interval '1 minute', timestamptz '2026-01-01' + (card->>'at')::int * interval '1 minute'`,
};
const CARD_KEY = {
  meta: `'{}'`,
  columns: 'audience, owner_id, jurisdiction, status, name, keys, folded_name, zip',
  values: `'{role:client-manager,role:coordinator,role:rep}', ${REP_ID}::uuid, 'HU', 'draft', card->'values'->>'legalName',
    array['HU:' || left(card->'values'->>'taxNumber', 8)], lower(card->'values'->>'legalName'), card->'values'->>'registeredAddress.zip'`,
};
