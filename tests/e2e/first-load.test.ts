import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { repoRoot } from '../support/run-step.ts';
import { signInAs, takePhone, untilReadyOffline, type Person } from './support/person.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile();
const BUDGET_BYTES = 150_000;

/** Words of packages that must stay off the first screen, and where it is installed, a file that proves the words are its own. */
const FOREIGN = [
  { what: 'React Aria', marker: 'react-aria', source: null },
  { what: 'better-auth', marker: 'better-auth', source: 'server/node_modules/better-auth/package.json' },
  { what: 'pdfkit', marker: 'PDFKit', source: null },
  { what: 'a Hungarian zod locale', marker: 'Érvénytelen bemenet', source: 'client/node_modules/zod/v4/locales/hu.js' },
  { what: 'a Russian zod locale', marker: 'Неверный ввод', source: 'client/node_modules/zod/v4/locales/ru.js' },
];

test('Today is drawn with its cards from at most 150 kB of JavaScript; all else may come later', async () => {
  const phone = await takePhone(stage);
  await signInAs(phone, stage, 'rep1');
  await untilReadyOffline(phone);
  await forgetTheApp(phone);

  const scripts = await holdBackWhatIsNotFirst(phone.page);
  await phone.page.goto(`${stage.url}/`, { waitUntil: 'commit' });
  await phone.page.getByRole('region', { name: 'Cards in progress' }).getByRole('link').first().waitFor();
  expect(await phone.page.getByRole('meter').count(), 'a meter needs the gate, which must not be here yet').toBe(0);

  const sizes = scripts.first().map(({ path, body }) => ({ path, bytes: gzipSync(body, { level: 9 }).byteLength }));
  const report = sizes.toSorted((a, b) => b.bytes - a.bytes).map(({ path, bytes }) => `${bytes} ${path}`);
  expect(
    sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    `bytes by file:\n${report.join('\n')}`,
  ).toBeLessThanOrEqual(BUDGET_BYTES);

  scripts.release();
  await phone.page.getByRole('meter').first().waitFor();
  await phone.page.waitForLoadState('networkidle');
  const loaded = scripts.all().map(({ body }) => body.toString('utf8'));
  expect(loaded.length).toBeGreaterThan(sizes.length);
  for (const { what, marker } of FOREIGN)
    expect(
      loaded.filter((body) => body.includes(marker)),
      what,
    ).toEqual([]);
});

test('the words the guard looks for are still words of those packages', () => {
  for (const { what, marker, source } of FOREIGN) {
    if (source === null) continue;
    const text = readFileSync(join(repoRoot, source), 'utf8');
    expect(text.includes(marker), what).toBe(true);
  }
});

interface Script {
  readonly path: string;
  readonly body: Buffer;
}

/**
 * First is what the page itself names, the screen and its words. Every other script is not answered before `release`,
 * so that whatever is drawn until then was drawn without it.
 */
async function holdBackWhatIsNotFirst(page: Page) {
  const html = await (await fetch(stage.url)).text();
  const first: Script[] = [];
  const later: Script[] = [];
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.js$/, async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/service-worker.js') return route.abort();
    const response = await route.fetch();
    const body = await response.body();
    const isFirst = html.includes(path) || path.includes('/today-screen-') || body.includes('today.newCard');
    (isFirst ? first : later).push({ path, body });
    if (!isFirst) await released;
    await route.fulfill({ response, body });
  });
  return { first: () => first, all: () => [...first, ...later], release: () => release() };
}

/** The cards stay on the phone, the app is fetched anew. */
async function forgetTheApp({ page, context, console }: Person): Promise<void> {
  console.allow(/service-worker\.js/);
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
}
