/** How long a phone takes to draw a notice of three pages, and what the renderer weighs on the wire. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { samplePaper } from '../../shared/paper/renderer/sample-papers.ts';
import { launchBrowser, PHONE, type Page } from '../support/chromium.ts';
import { part, report, round, spreadOf, type Spread } from './kit/bench-result.ts';
import { drawInPage, rendererFile, serveRendererPage } from '../support/renderer-page.ts';

const ROUNDS = process.argv.includes('--quick') ? 5 : 30;
const SLOWER = 6;
const TARGET_MS = 150;

const host = await serveRendererPage();
const browser = await launchBrowser();
const page = await (await browser.newContext(PHONE)).newPage();
await page.goto(host.url);

const asIs = await measure(page, 1);
const throttled = await measure(page, SLOWER);
await browser.close();
host.stop();

const artefact = readFileSync(rendererFile);
const gzipKb = round(gzipSync(artefact, { level: 9 }).length / 1000);
report({
  name: 'render-notice',
  title: 'Drawing a notice',
  question: 'How long does a phone take to draw a notice of three pages, as the debtor waits for it?',
  setting: [
    `Chromium, the renderer as it is shipped, ${ROUNDS} times after the first; slowed down ${SLOWER} times by the browser`,
  ],
  columns: [
    { key: 'first', title: 'first, ms' },
    { key: 'again', title: 'again, ms' },
    { key: 'p95', title: 'p95, ms' },
    { key: 'gzip', title: 'renderer with fonts, kB gzip' },
  ],
  rows: [
    { who: 'this machine', values: { ...asIs, gzip: gzipKb } },
    { who: `slowed down ${SLOWER} times`, values: { ...throttled } },
  ],
  goals: [
    {
      goal: `median ≤ ${TARGET_MS} ms on a phone ${SLOWER} times slower`,
      measured: `${throttled.again.median} ms`,
      met: throttled.again.median <= TARGET_MS,
    },
  ],
  notes: ['The first one opens the fonts and meets code that has not been warmed up.'],
});

interface Times {
  readonly first: number;
  readonly again: Spread;
  readonly p95: number;
}

async function measure(on: Page, rate: number): Promise<Times> {
  await on.reload();
  const session = await on.context().newCDPSession(on);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const times: number[] = [];
  for (let time = 0; time <= ROUNDS; time += 1) times.push((await drawInPage(on, samplePaper('hu'))).ms);
  await session.detach();
  const [first = 0, ...rest] = times;
  return {
    first: round(first),
    again: spreadOf(rest),
    p95: part(
      rest.toSorted((a, b) => a - b),
      0.95,
    ),
  };
}
