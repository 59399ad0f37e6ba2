/** How long the app takes from a tap on its icon, with no network and many cards, until a person can go on working. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { report, spreadOf } from './kit/bench-result.ts';
import { openBenchStage, signInAndFetch, turnOn, type BenchPhone } from './kit/chromium-stage.ts';

const quick = process.argv.includes('--quick');
const profiled = process.env['BENCH_PROFILE'];
const CARDS = quick ? 500 : 5000;
const RUNS = quick ? 2 : 9;
const SLOWER = 4;

interface Started {
  readonly drawn: number;
  readonly answered: number;
}

const profile = mkdtempSync(join(tmpdir(), 'cession-bench-'));
const stage = await openBenchStage();
let started: readonly Started[];
try {
  await stage.addCards(CARDS, { known: true });
  const phone = await turnOn(profile);
  await signInAndFetch(phone, stage.url);
  await phone.context.close();
  process.stderr.write('the phone holds its cards\n');
  const runs: Started[] = [];
  // The first start after all this writing is nobody's everyday start.
  for (let run = 0; run <= RUNS; run += 1) runs.push(await startOnce(run));
  started = runs.slice(1);
} finally {
  await stage.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
const answered = spreadOf(started.map((run) => run.answered));
report({
  name: 'cold-start',
  title: 'Starting with no network',
  question: 'How long after the start of the app, with no network, can a person go on working?',
  setting: [
    `production build from its service worker, a fresh browser process each time, network off, processor slowed down ${SLOWER} times`,
    `${CARDS} cards on the phone, and as many entries of what the company knows; ${RUNS} starts after one that is not counted`,
    'from the beginning of the navigation: rows on Today drawn; then a tap on a card dispatched at once, until the next screen is drawn',
  ],
  columns: [
    { key: 'drawn', title: 'rows drawn, ms' },
    { key: 'answered', title: 'a tap answered, ms' },
  ],
  rows: [{ who: 'Cession, Today', values: { drawn: spreadOf(started.map((run) => run.drawn)), answered } }],
  goals: [
    { goal: 'at most 1 s to an interactive Today', measured: `${answered.median} ms`, met: answered.median <= 1000 },
  ],
  notes: ['The start of the browser itself is not counted: on a phone it mostly runs already.'],
});

/** All clocks are the page's own, counted from the beginning of its navigation. */
async function startOnce(run: number): Promise<Started> {
  const { context, page, session } = await turnOn(profile, { offline: true });
  try {
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.addInitScript(watchStart);
    if (profiled !== undefined) {
      await session.send('Profiler.enable');
      await session.send('Profiler.start');
    }
    await page.goto(`${stage.url}/`, { waitUntil: 'commit' });
    await untilAnswered(session);
    if (profiled !== undefined)
      writeFileSync(
        join(profiled, `start-${run}.cpuprofile`),
        JSON.stringify((await session.send('Profiler.stop')).profile),
      );
    const seen = await page.evaluate(() => globalThis.benchStart);
    process.stderr.write(
      `start ${run}: drawn ${Math.round(seen.drawn)} ms, answered ${Math.round(seen.answered)} ms\n`,
    );
    return seen;
  } finally {
    await context.close();
  }
}

/** Asks from outside now and then: a waiting helper in the page would be compiled while the app starts. */
async function untilAnswered(session: BenchPhone['session']): Promise<void> {
  const until = performance.now() + 120_000;
  while (performance.now() < until) {
    const expression = 'globalThis.benchStart?.answered ?? 0';
    const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
    if (Number(result.value) > 0) return;
    await wait(100);
  }
  throw new Error('the app does not start');
}

declare global {
  var benchStart: { drawn: number; answered: number };
}

/** Runs in the page before anything else: notes when the first card's row is on the screen, taps the bar, notes the answer. */
function watchStart(): void {
  const seen = { drawn: 0, answered: 0 };
  globalThis.benchStart = seen;
  const painted = (then: () => void) => requestAnimationFrame(() => setTimeout(then, 0));
  const watch = () => {
    const row = document.querySelector<HTMLElement>(
      'main a[href^="/cards/0"], main a[href^="/cards/"]:not([href="/cards/new"])',
    );
    if (row === null || seen.drawn > 0) return;
    seen.drawn = -1;
    painted(() => {
      seen.drawn = performance.now();
      document.querySelector<HTMLElement>('nav a[href="/cards"]')?.click();
    });
  };
  const next = () => {
    if (seen.drawn <= 0 || seen.answered !== 0 || location.pathname !== '/cards') return;
    if (document.querySelector('main input') === null) return;
    seen.answered = -1;
    painted(() => (seen.answered = performance.now()));
  };
  new MutationObserver(() => (watch(), next())).observe(document, { childList: true, subtree: true });
}
