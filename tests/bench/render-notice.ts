/** How long a phone takes to draw a notice of three pages, and what the renderer weighs on the wire. Prints JSON. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { samplePaper } from '../../shared/paper/renderer/sample-papers.ts';
import { launchBrowser, PHONE, type Page } from '../support/chromium.ts';
import { drawInPage, rendererFile, serveRendererPage } from '../support/renderer-page.ts';

const ROUNDS = 30;
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
const bytes = { artefact: artefact.length, gzip: gzipSync(artefact, { level: 9 }).length };
console.log(JSON.stringify({ rounds: ROUNDS, targetMs: TARGET_MS, throttle: SLOWER, asIs, throttled, bytes }, null, 2));

interface Times {
  readonly first: number;
  readonly median: number;
  readonly p95: number;
}

/** The first one is told apart: it opens the fonts and meets code that has not been warmed up. */
async function measure(on: Page, rate: number): Promise<Times> {
  await on.reload();
  const session = await on.context().newCDPSession(on);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) times.push((await drawInPage(on, samplePaper('hu'))).ms);
  await session.detach();
  const [first = 0, ...rest] = times;
  const sorted = rest.toSorted((a, b) => a - b);
  const at = (share: number): number => rounded(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { first: rounded(first), median: at(0.5), p95: at(0.95) };
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
