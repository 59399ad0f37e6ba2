/** A phone: a Chromium with a profile on the disk, which is killed as a dead battery kills it and opened again. */
import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { DESK, launchProfile, type BrowserContext, type Page } from '../support/chromium.ts';
import type { SavedFile, SavedLine } from './acknowledged.ts';
import type { DriverStatus } from './driver-page.ts';
import { OWN_PATH } from './front-line.ts';
import { killHard } from './kill-hard.ts';
import { readPhone, type PhoneDisk } from './phone-disk.ts';

/** Names as the demo's sign-in page offers them. */
export interface Owner {
  readonly name: string;
  readonly email: string;
}

export interface PhoneParts {
  readonly number: number;
  readonly owner: Owner;
  readonly folder: string;
  readonly url: string;
  readonly saved: SavedFile;
  /** Seeds what the person does in each life of the browser. */
  readonly seed: () => number;
  readonly say: (words: string) => void;
}

export class Phone {
  readonly #parts: PhoneParts;
  #context: BrowserContext | undefined;
  #page: Page | undefined;
  #group = 0;
  #isWorking = false;

  constructor(parts: PhoneParts) {
    this.#parts = parts;
    mkdirSync(parts.folder, { recursive: true });
  }

  get number(): number {
    return this.#parts.number;
  }

  get owner(): Owner {
    return this.#parts.owner;
  }

  /** A tab of the app itself beside the driver's page. */
  async newTab(): Promise<Page | undefined> {
    return this.#context?.newPage();
  }

  /** Through the real sign-in page; then the browser is closed politely once, so that the cookie is on the disk. */
  async signIn(): Promise<void> {
    await this.#launch();
    const page = this.#page;
    if (page === undefined) throw new Error('the browser has no page');
    for (let tries = 1; ; tries += 1) {
      try {
        await page.goto(`${this.#parts.url}/sign-in`);
        await page.getByRole('button', { name: this.#parts.owner.name }).click();
        await page.waitForURL((url) => url.pathname !== '/sign-in', { timeout: 15_000 });
        await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 });
        break;
      } catch (error) {
        if (tries === 5) throw error;
      }
    }
    await this.#context?.close();
  }

  /** Opens the driver's page and goes on with what the person was doing. */
  async open(): Promise<void> {
    await this.#launch();
    const { url, number, seed, say } = this.#parts;
    const page = this.#page;
    if (page === undefined) throw new Error('the browser has no page');
    page.on('pageerror', (error) => say(`phone ${number}: ${error.message}`));
    await page.goto(`${url}${OWN_PATH}driver?phone=${number}&seed=${seed()}`);
    await page.waitForFunction(() => 'driver' in globalThis, undefined, { timeout: 60_000 });
    if (this.#isWorking) await this.work();
  }

  async work(): Promise<void> {
    this.#isWorking = true;
    await this.#page?.evaluate(() => globalThis.driver.work());
  }

  async rest(): Promise<void> {
    this.#isWorking = false;
    await this.#page?.evaluate(() => globalThis.driver.rest());
  }

  /** Undefined while the phone is off, or does not answer. */
  async status(): Promise<DriverStatus | undefined> {
    return this.#ask(() => globalThis.driver.status());
  }

  async syncNow(): Promise<void> {
    await this.#ask(() => globalThis.driver.syncNow());
  }

  /** What lies on the disk, read without the product's code. */
  async disk(): Promise<PhoneDisk> {
    const status = await this.status();
    if (status === undefined || this.#page === undefined) throw new Error(`phone ${this.number} is off`);
    return readPhone(this.#page, status);
  }

  /** SIGKILL to the browser with everything it has started. */
  async die(): Promise<void> {
    const context = this.#context;
    if (context === undefined) return;
    const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
    this.killNow();
    await Promise.race([gone, pause(10_000)]);
  }

  killNow(): void {
    if (this.#group > 0) killHard(-this.#group);
    this.#group = 0;
    this.#context = undefined;
    this.#page = undefined;
  }

  async #ask<T>(question: () => T | Promise<T>): Promise<T | undefined> {
    const answer = this.#page?.evaluate(question).catch(() => undefined);
    return Promise.race([answer, pause(20_000, undefined)]);
  }

  async #launch(): Promise<void> {
    const { folder, saved, number } = this.#parts;
    const context = await launchProfile(folder, { ...DESK, locale: 'en-GB', ...WITHOUT_SIGNALS });
    this.#context = context;
    this.#page = context.pages()[0] ?? (await context.newPage());
    this.#group = await mainProcess(context);
    await context.exposeBinding('tellRunner', (_source, lines: readonly SavedLine[]) => saved.append(number, lines));
  }
}

/** Ctrl-C is the runner's to answer. */
const WITHOUT_SIGNALS = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

/** It leads a process group of its own. */
async function mainProcess(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const main = processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('the browser process did not name itself');
  return main.id;
}
