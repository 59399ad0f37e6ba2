import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { DESK, killBrowser, launchProfile, PHONE, takeScreenshot } from '../../support/chromium.ts';
import type { Stage } from './stage.ts';
import { watchConsole, type ConsoleWatch } from './watch-console.ts';

/** Names of the demo's people, as the sign-in page offers them. */
export const PEOPLE = {
  rep1: 'Nagy Péter',
  rep2: 'Kovács Júlia',
  accountant1: 'Szabó Katalin',
  accountant2: 'Tóth András',
  admin: 'Molnár Eszter',
  manager: 'Horváth Zsófia',
  chief: 'Varga Ildikó',
  coordinator: 'Balogh Gergely',
} as const;
export type PersonKey = keyof typeof PEOPLE;

/** Somebody in front of the app, on a device of their own. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly console: ConsoleWatch;
}

const PATIENCE_MS = 15_000;
const ENGLISH: BrowserContextOptions = { locale: 'en-GB', timezoneId: 'Europe/Budapest' };

/** A phone in its person's hand, with nothing stored on it yet. */
export async function takePhone(stage: Stage, options: BrowserContextOptions = {}): Promise<Person> {
  return inSharedBrowser(stage, { ...PHONE, ...options });
}

/** A desk with a wide screen. */
export async function sitAtDesk(stage: Stage): Promise<Person> {
  return inSharedBrowser(stage, DESK);
}

/** A phone whose battery can die: its storage outlives the browser. */
export interface MortalPhone extends Person {
  /** SIGKILL to the whole browser: no goodbye, no last save. */
  die(): Promise<void>;
  turnOff(): Promise<void>;
  /** Turned on again with the network as asked; answers the new page at `place`. */
  turnOn(place: string, network: 'online' | 'offline'): Promise<void>;
}

export async function takeMortalPhone(stage: Stage, options: BrowserContextOptions = {}): Promise<MortalPhone> {
  const profileDir = mkdtempSync(join(tmpdir(), 'cession-phone-'));
  let person: Person | undefined;
  onTestFinished(async () => {
    await person?.context.close().catch(() => undefined);
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  });
  person = await open();
  const current = (): Person => there(person);

  async function open(): Promise<Person> {
    const context = await launchProfile(profileDir, { ...PHONE, ...ENGLISH, ...options });
    const page = context.pages()[0] ?? (await context.newPage());
    return personIn(context, page);
  }

  return {
    get page() {
      return current().page;
    },
    get context() {
      return current().context;
    },
    get console() {
      return current().console;
    },
    die: () => killBrowser(current().context),
    turnOff: () => current().context.close(),
    turnOn: async (place, network) => {
      person = await open();
      await current().context.setOffline(network === 'offline');
      await current().page.goto(`${stage.url}${place}`);
    },
  };
}

/** One tap on the demo's sign-in page. */
export async function signInAs(person: Person, stage: Stage, who: PersonKey): Promise<void> {
  await person.page.goto(`${stage.url}/sign-in`);
  await person.page.getByRole('button', { name: PEOPLE[who] }).click();
  await person.page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** The moment the phone no longer needs the network: app and cards lie on it, and its worker answers. */
export async function untilReadyOffline({ page }: Person): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: PATIENCE_MS })
    .toBe(true);
  await page.getByRole('region', { name: 'Cards in progress' }).waitFor();
  await untilAllIsSaid(page);
}

/** Nothing on its way any more: the corner of the screen would say so. */
export async function untilAllIsSaid(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Outbox: (Fetching|Sending|\d+ of|\d+ waiting)/ })
    .waitFor({ state: 'detached' });
}

async function inSharedBrowser(stage: Stage, options: BrowserContextOptions): Promise<Person> {
  const context = await (await stage.browser()).newContext({ ...ENGLISH, ...options });
  onTestFinished(() => context.close());
  return personIn(context, await context.newPage());
}

/** A test that passed must also have been quiet; one that failed leaves a picture of where it stood. */
function personIn(context: BrowserContext, page: Page): Person {
  const console = watchConsole(context);
  context.setDefaultTimeout(PATIENCE_MS);
  onTestFinished(async ({ task }) => {
    if (task.result?.state !== 'fail') return console.expectQuiet();
    await picture(page, task.name);
    for (const words of console.heard()) process.stderr.write(`${words}\n`);
  });
  return { page, context, console };
}

async function picture(page: Page, story: string): Promise<void> {
  if (page.isClosed()) return;
  const name = `failed/${story.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 60)}-${Date.now()}`;
  const path = await takeScreenshot(page, name).catch(() => 'none');
  process.stderr.write(`${page.url()} looked like ${path}\n`);
}

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('the phone is not turned on yet');
  return thing;
}
