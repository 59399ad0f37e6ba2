import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.ts';

export type { Browser, BrowserContext, Page };

/** The phone of the design, and the desk of the design. */
export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
export const DESK = { viewport: { width: 1440, height: 900 } };

/** A browser without memory: every `newContext()` is a fresh person. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

/** A browser whose storage lives in `profileDir`, so it survives a close or a kill and can be opened again. */
export function launchProfile(
  profileDir: string,
  options: BrowserContextOptions = {},
  debuggingPort?: number,
): Promise<BrowserContext> {
  const launch = launchOptions();
  const args = debuggingPort === undefined ? launch.args : [...launch.args, `--remote-debugging-port=${debuggingPort}`];
  return chromium.launchPersistentContext(profileDir, { ...launch, args, ...options });
}

/** What a dead battery does: the whole browser is gone without a goodbye. Resolves when it is. */
export async function killBrowser(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('this context has no browser to kill');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find((info) => info.type === 'browser');
  if (!main) throw new Error('the browser process did not name itself');
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
  process.kill(main.id, 'SIGKILL');
  await gone;
}

/** Saves `tests/e2e/screens/<name>.png` (git-ignored) for a person to look at; answers the path. */
export async function takeScreenshot(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<string> {
  const path = join(dirname(fileURLToPath(import.meta.url)), '..', 'e2e', 'screens', `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: options.fullPage ?? false, animations: 'disabled' });
  return path;
}

/** Without the sandbox, which neither root nor most build machines can set up; only our own pages are opened. */
function launchOptions() {
  const { executablePath, env } = unpackChromium();
  return {
    executablePath,
    headless: true,
    chromiumSandbox: false,
    env: { ...definedEnv(), ...env },
    args: ['--disable-gpu', '--font-render-hinting=none', '--disk-cache-size=33554432'],
  };
}

function definedEnv(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
