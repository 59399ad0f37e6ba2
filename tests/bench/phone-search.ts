/** How long a letter typed into the search takes until the list for it is on the screen of a slow phone with many cards. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { part, report } from './kit/bench-result.ts';
import { openBenchStage, signInAndFetch, turnOn } from './kit/chromium-stage.ts';

const quick = process.argv.includes('--quick');
const profiled = process.env['BENCH_PROFILE'];
const CARDS = quick ? 1000 : 10_000;
const SLOWER = 4;
/** Names with and without accents, two words, a piece of a tax number, something nobody is called. */
const QUERIES = ['szabó ágnes', 'kovacs', 'játék', 'horvath butor', '4471', 'nobody'].slice(0, quick ? 3 : 6);
const ROUNDS = quick ? 1 : 3;
const PAUSE_MS = 400;

const profile = mkdtempSync(join(tmpdir(), 'cession-bench-'));
const stage = await openBenchStage();
let times: readonly number[];
try {
  await stage.addCards(CARDS, { known: true });
  const phone = await turnOn(profile);
  await signInAndFetch(phone, stage.url);
  times = await type(phone);
  await phone.context.close();
} finally {
  await stage.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
const sorted = times.toSorted((a, b) => a - b);
const p95 = part(sorted, 0.95);
report({
  name: 'phone-search',
  title: 'Searching as one types',
  question: 'How long after a letter is the list for it on the screen?',
  setting: [
    `${CARDS} cards on the phone, and as many entries of what the company knows, all searched; processor slowed down ${SLOWER} times`,
    `${times.length} letters, one every ${PAUSE_MS} ms; from the input event to the frame after the last change of the page it caused`,
  ],
  columns: [
    { key: 'p50', title: 'p50, ms' },
    { key: 'p95', title: 'p95, ms' },
    { key: 'worst', title: 'worst, ms' },
  ],
  rows: [{ who: 'Cession, list of cards', values: { p50: part(sorted, 0.5), p95, worst: part(sorted, 1) } }],
  goals: [{ goal: 'p95 at most 50 ms', measured: `${p95} ms`, met: p95 <= 50 }],
  notes: ['A frame is 16.7 ms, and the letter itself is on the screen earlier than the list.'],
});

async function type({ page, session }: Awaited<ReturnType<typeof turnOn>>): Promise<readonly number[]> {
  await page.goto(`${stage.url}/cards`);
  const box = page.getByRole('search').getByRole('textbox');
  await box.waitFor();
  await page.getByRole('meter').first().waitFor();
  await page.evaluate(watchTyping);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  if (profiled !== undefined) {
    await session.send('Profiler.enable');
    await session.send('Profiler.start');
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const query of QUERIES) {
      await box.click();
      for (const letter of query) {
        await page.keyboard.insertText(letter);
        await page.waitForTimeout(PAUSE_MS);
      }
      for (let left = query.length; left > 0; left -= 3) {
        await page.keyboard.press('Backspace');
        await page.waitForTimeout(PAUSE_MS);
      }
      await box.fill('');
      await page.waitForTimeout(PAUSE_MS);
    }
  }
  if (profiled !== undefined)
    writeFileSync(join(profiled, 'search.cpuprofile'), JSON.stringify((await session.send('Profiler.stop')).profile));
  return page.evaluate(() => globalThis.benchTyping.filter((ms) => ms > 0));
}

declare global {
  var benchTyping: number[];
}

/** Runs in the page: one number for each input event, the time to the frame after its last change of the page. */
function watchTyping(): void {
  const waits: number[] = [];
  globalThis.benchTyping = waits;
  let begun = 0;
  addEventListener(
    'input',
    (event) => {
      begun = event.timeStamp;
      waits.push(0);
    },
    { capture: true },
  );
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    if (waits.length > 0) waits[waits.length - 1] = performance.now() - begun;
  });
  channel.port1.start();
  const changed = () => requestAnimationFrame(() => channel.port2.postMessage(0));
  new MutationObserver(changed).observe(document.body, { childList: true, subtree: true, characterData: true });
}
