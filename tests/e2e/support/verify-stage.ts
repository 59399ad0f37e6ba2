import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { createHttp } from '@cession/server/app/http.ts';
import { listen, type Listening } from '@cession/server/app/listen.ts';
import { refuse } from '@cession/server/app/refuse.ts';
import { sealedPaperTable } from '@cession/server/notice/notice-tables.ts';
import { serveVerify } from '@cession/server/notice/serve-verify.ts';
import type { Play, Played } from '@cession/server/notice/cli/play-ceremony.ts';
import type { CeremonyId, Notice } from '@cession/shared/notice/notice.ts';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { freePort } from '../../support/app-process.ts';
import { launchBrowser, PHONE } from '../../support/chromium.ts';
import { repoRoot } from '../../support/run-step.ts';
import { openNoticeWorld, type NoticeCompany, type NoticeWorld } from '../../sync/notice-world.ts';
import { watchConsole, type ConsoleWatch } from './watch-console.ts';

/** A server with the public page and a register with real notices, and a browser of somebody who has no account. */
export interface VerifyStage {
  readonly url: string;
  readonly world: NoticeWorld;
  readonly company: NoticeCompany;
  /** A ceremony on a tablet that has not sent it yet. */
  play(how?: Partial<Play>): Promise<{ readonly played: Played; readonly notice: Notice }>;
  send(played: Played): Promise<void>;
  /** The sealed file of a ceremony, once the queue has done its work. */
  sealed(id: CeremonyId): Promise<Buffer>;
  visit(options?: BrowserContextOptions & { readonly fragment?: string }): Promise<Visitor>;
}

export interface Visitor {
  readonly page: Page;
  readonly console: ConsoleWatch;
  /** Everything the page has asked for since it was opened. */
  readonly asked: readonly Request[];
}

interface Open {
  readonly url: string;
  readonly world: NoticeWorld;
  readonly company: NoticeCompany;
  readonly browser: Browser;
  close(): Promise<void>;
}

export function verifyStageForFile(): VerifyStage {
  let opened: Open | undefined;
  beforeAll(async () => {
    opened = await openAll();
  });
  afterAll(() => opened?.close());
  return {
    get url() {
      return there(opened).url;
    },
    get world() {
      return there(opened).world;
    },
    get company() {
      return there(opened).company;
    },
    play: (how = {}) => play(there(opened), how),
    send: async (played) => {
      const { world, company } = there(opened);
      world.wait(60);
      expect(await company.send('anna', played)).toMatchObject({ state: 'applied' });
    },
    sealed: (id) => sealed(there(opened), id),
    visit: (options) => visit(there(opened), options),
  };
}

async function openAll(): Promise<Open> {
  const world = await openNoticeWorld();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = await open(world, url, port);
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await server.stop(2000);
    await world.stop();
  };
  return { url, world, browser, close, company: await world.openCompany() };
}

async function play({ company }: Open, how: Partial<Play>) {
  const device = await company.enrol('anna');
  const notice = await company.prepare('anna');
  return { notice, played: await company.play('anna', notice, device, how) };
}

async function sealed({ company }: Open, id: CeremonyId): Promise<Buffer> {
  await company.workOff();
  const papers = await company.ask((tx) => tx.select().from(sealedPaperTable));
  return Buffer.from(there(papers.find(({ ceremonyId }) => ceremonyId === id)).bytes);
}

async function open(world: NoticeWorld, url: string, port: number): Promise<Listening> {
  const clientDir = join(repoRoot, 'client', 'dist');
  if (!existsSync(join(clientDir, 'verify.html')))
    throw new Error('the screens are not built: run "npx pnpm@12 --filter @cession/client build" first');
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const handler = serveVerify({
    ...{ database: world.database, roots: { seal: world.seal.roots, stamp: [] }, refuse },
    now: () => Date.now(),
    addressOf: () => `${Math.random()}`,
  });
  const mounts = [{ path: '/api/verify/*', handler }];
  const http = createHttp({ mounts, database: world.database, version: 'test', clientDir, log, publicUrl: url });
  return listen(http.fetch, '127.0.0.1', port);
}

async function visit(
  { url, world, browser }: Open,
  { fragment = '', ...options }: BrowserContextOptions & { readonly fragment?: string } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    ...PHONE,
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'Europe/Budapest',
    ...options,
  });
  const page = await context.newPage();
  const console = watchConsole(context);
  onTestFinished(async ({ task }) => {
    await context.close();
    if (task.result?.state !== 'fail') console.expectQuiet();
  });
  // The seals of this world are younger than the clock of whoever runs the test may be.
  await page.clock.setFixedTime(world.now());
  const asked: Request[] = [];
  page.on('request', (request) => asked.push(request));
  page.setDefaultTimeout(15_000);
  await page.goto(`${url}/verify${fragment}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, console, asked };
}

export const LOCALE_OF: Readonly<Record<PaperLanguage, string>> = { en: 'en-GB', hu: 'hu-HU', ru: 'ru-RU' };

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('not there yet: use it inside a test');
  return thing;
}
