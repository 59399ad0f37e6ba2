/** From an empty phone to one that holds every card and can be worked with, in a real Chromium, from PostgreSQL. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { freePort } from '../support/app-process.ts';
import { report, round, spreadOf } from './kit/bench-result.ts';
import { openCouchCopy, type CouchCopy } from './b3-first-sync/couch-copy.ts';
import { bundleForPage } from './kit/chromium-bundle.ts';
import { withBenchPage, type BenchPage } from './kit/chromium-page.ts';
import { openBenchStage, signInAndFetch, signInOnly, turnOn, type BenchStage } from './kit/chromium-stage.ts';
import { watchWork, type Work } from './kit/chromium-work.ts';
import { startPinned } from './kit/pinned-process.ts';

const quick = process.argv.includes('--quick');
const SIZES = quick ? [1000] : [1000, 10_000, 50_000];
const RUNS = quick ? 1 : 3;
/** The largest takes minutes. */
const runsOf = (size: number): number => (size > 10_000 ? 1 : RUNS);
const OURS = 'Cession';
const WHOLE = 'Cession, the whole app from sign-in';
const UNEDITED = 'Cession, cards nobody has edited since they were made';
const OURS_FILE = 'b3-first-sync/ours-page.ts';
const POUCHDB = 'PouchDB replication';
const PEERS = [
  { who: 'one static file, bulk put (floor)', file: 'b3-first-sync/static-page.ts' },
  { who: 'RxDB pull replication', file: 'peers/b3-rxdb-page.ts' },
  { who: POUCHDB, file: 'peers/b3-pouchdb-page.ts' },
];

const FORGET_WRITERS = `
  with clock as (update company_clock set ver = ver + 1 where company_id = app_company() returning ver)
  update card set row_ver = clock.ver, field_meta = '{}' from clock`;

interface Measured extends Work {
  readonly first: number;
  readonly total: number;
  readonly rows: number;
  readonly changes: number | null;
}

const bundles = new Map<string, string>();
for (const file of [OURS_FILE, ...PEERS.map((peer) => peer.file)]) bundles.set(file, await bundleForPage(file));
const measured = new Map<string, Measured[]>();
for (const size of SIZES) await measureSize(size);

const totalOf = (who: string, size: number) =>
  spreadOf((measured.get(`${who} ${size}`) ?? []).map((run) => run.total)).median;
const largest = SIZES.at(-1) ?? 0;
const ratio = Math.min(...PEERS.slice(1).map(({ who }) => totalOf(who, largest))) / totalOf(OURS, largest);
report({
  name: 'b3-first-sync',
  title: 'First sync',
  question: 'How long does an empty phone take until it holds every card?',
  setting: [
    'Chromium 153 without a window, an empty profile for each run; server, PostgreSQL and browser in processes of their own',
    `the same rows of the same table; pages of 1,000, JSON, gzip; ${RUNS} runs each, one with 50,000`,
    'from the call, on a page without screens; the whole app from the tap on sign-in, with its code fetched and screens drawn meanwhile',
    'then one card in a hundred changes on the server and is fetched',
  ],
  columns: [
    { key: 'first', title: 'first rows, ms' },
    { key: 'total', title: 'everything, ms' },
    { key: 'changes', title: '1 % changed, ms' },
    { key: 'longTasks', title: 'tasks over 50 ms' },
    { key: 'longest', title: 'longest task, ms' },
    { key: 'heapMb', title: 'peak heap, MB' },
    { key: 'megabytes', title: 'received, MB' },
  ],
  rows: [...measured].map(([who, runs]) => ({
    who: `${who} cards`,
    values: {
      ...{ first: spreadOf(runs.map((run) => run.first)), total: spreadOf(runs.map((run) => run.total)) },
      ...(runs.every((run) => run.changes !== null) && { changes: spreadOf(runs.map((run) => run.changes ?? 0)) }),
      longTasks: spreadOf(runs.map((run) => run.longTasks)).median,
      longest: spreadOf(runs.map((run) => run.longest)).median,
      heapMb: spreadOf(runs.map((run) => run.heapMb)).median,
      megabytes: spreadOf(runs.map((run) => run.megabytes)).median,
    },
  })),
  goals: [
    {
      goal: `at least 1.5 × as fast as the fastest peer, ${largest} cards`,
      measured: `${round(ratio)} ×`,
      met: ratio >= 1.5,
    },
  ],
  notes: [
    'Cession’s rows carry who wrote each field, and it keeps two copies of each (what the server said, what the screens show); the others keep one. Every field of these cards was edited once, which is the most there can be to carry; the rows “nobody has edited” show what that costs.',
    'Cession checks each row that arrives against its schema before it keeps it; the others keep what comes.',
    'PouchDB fetches from express-pouchdb in memory, which holds copies of the rows; it has no PostgreSQL to read, and sends every document with its revision.',
  ],
});

async function measureSize(size: number): Promise<void> {
  const stage = await openBenchStage();
  try {
    await stage.addCards(size, { known: false });
    const { rows } = await stage.sql.query<{ company: string }>('select app_company()::text as company');
    const company = rows[0]?.company ?? '';
    const pages = await startServer('b3-server.ts', { DATABASE_URL: stage.databaseUrl, COMPANY: company });
    const couch = await startServer('pouch-server.ts', {});
    try {
      const copy = openCouchCopy(stage.sql, couch.url);
      await copy.renew();
      for (let run = 0; run < runsOf(size); run += 1) {
        note(OURS, size, await measureSpine(stage));
        note(WHOLE, size, await measureWhole(stage));
        for (const { who, file } of PEERS) {
          const [from, renew] = who === POUCHDB ? [copy.url, copy.renew] : [pages.url, noCopy];
          note(who, size, await measurePeer(stage, bundles.get(file) ?? '', from, renew));
        }
      }
      await stage.sql.query(FORGET_WRITERS);
      for (let run = 0; run < runsOf(size); run += 1) note(UNEDITED, size, await measureSpine(stage));
    } finally {
      await pages.stop();
      await couch.stop();
    }
  } finally {
    await stage.stop();
  }
}

async function startServer(script: string, env: Readonly<Record<string, string>>) {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const isThere = async () => (await fetch(`${url}/healthz`).catch(() => null)) !== null;
  const started = await startPinned(
    { script: join(import.meta.dirname, 'peers', script), core: 0, env: { ...env, PORT: port } },
    isThere,
  );
  return { url, stop: () => started.stop() };
}

function note(who: string, size: number, run: Measured): void {
  process.stderr.write(`${who} ${size}: ${JSON.stringify(run)}\n`);
  if (run.rows < size)
    throw new Error(`${who} holds ${run.rows} of ${size} cards: a run that lost rows counts for nothing`);
  measured.set(`${who} ${size}`, [...(measured.get(`${who} ${size}`) ?? []), run]);
}

async function measureWhole(stage: BenchStage): Promise<Measured> {
  const profile = mkdtempSync(join(tmpdir(), 'cession-bench-'));
  const phone = await turnOn(profile);
  try {
    const work = await watchWork(phone);
    const { first, total, rows } = await signInAndFetch(phone, stage.url);
    return { first, total, rows, changes: null, ...(await work.end()) };
  } finally {
    await phone.context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

async function measureSpine(stage: BenchStage): Promise<Measured> {
  const { rows } = await stage.sql.query<{ companyId: string; userId: string }>(
    `select app_company()::text as "companyId", current_setting('app.bench_rep') as "userId"`,
  );
  const who = JSON.stringify({ ...rows[0], roles: ['rep'] });
  const app = { url: stage.url, signIn: (page: Page) => signInOnly(page, stage.url) };
  return withBenchPage(bundles.get(OURS_FILE) ?? '', (open) => fetchIn(open, stage, who), app);
}

type Renew = CouchCopy['renew'];

async function noCopy(): Promise<void> {}

function measurePeer(stage: BenchStage, code: string, from: string, renew: Renew): Promise<Measured> {
  return withBenchPage(code, (open) => fetchIn(open, stage, from, renew));
}

async function fetchIn(open: BenchPage, stage: BenchStage, from: string, renew: Renew = noCopy): Promise<Measured> {
  const work = await watchWork(open);
  const fetched = await open.page.evaluate((given) => globalThis.benchFetch(given), from);
  const done = await work.end();
  await stage.changeSome();
  await renew();
  const changes = await open.page.evaluate(() => globalThis.benchChanges());
  return { ...fetched, changes, ...done };
}
