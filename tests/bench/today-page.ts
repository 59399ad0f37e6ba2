/** What Lighthouse says of the signed-in Today screen on a phone. */
import { runLighthouse, type Scores } from '@cession/bench-peers/run-lighthouse.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/app-process.ts';
import { report, spreadOf } from './kit/bench-result.ts';
import { openBenchStage, signInAndFetch, turnOn } from './kit/chromium-stage.ts';

const quick = process.argv.includes('--quick');
const CARDS = quick ? 50 : 500;
const RUNS = quick ? 1 : 5;

const profile = mkdtempSync(join(tmpdir(), 'cession-bench-'));
const stage = await openBenchStage();
const runs: Scores[] = [];
try {
  await stage.addCards(CARDS, { known: true });
  const port = await freePort();
  const phone = await turnOn(profile, { debuggingPort: port });
  await signInAndFetch(phone, stage.url);
  for (let run = 0; run < RUNS; run += 1) {
    const scores = await runLighthouse(`${stage.url}/`, port);
    process.stderr.write(`${JSON.stringify(scores)}\n`);
    runs.push(scores);
  }
  await phone.context.close();
} finally {
  await stage.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
const performance = spreadOf(runs.map((run) => run.performance));
const accessibility = spreadOf(runs.map((run) => run.accessibility));
const bestPractices = spreadOf(runs.map((run) => run.bestPractices));
report({
  name: 'today-page',
  title: 'Today, seen by Lighthouse',
  question: 'How fast, how usable by everybody and how proper is the first screen of a signed-in phone?',
  setting: [
    `Lighthouse 13.5, its own mobile setting (a mid-range phone on a slow network, simulated), ${RUNS} runs`,
    `production build over plain http on localhost, ${CARDS} cards on the phone; its worker and storage stay as they are`,
  ],
  columns: [
    { key: 'performance', title: 'performance' },
    { key: 'accessibility', title: 'accessibility' },
    { key: 'bestPractices', title: 'best practices' },
  ],
  rows: [{ who: 'Cession, Today', values: { performance, accessibility, bestPractices } }],
  goals: [
    goal('performance at least 95', performance.median, 95),
    goal('accessibility 100', accessibility.median, 100),
    goal('best practices 100', bestPractices.median, 100),
  ],
  notes: [...new Set(runs.flatMap((run) => run.complaints))].map((complaint) => `Lighthouse: ${complaint}`),
});

function goal(words: string, median: number, least: number) {
  return { goal: words, measured: String(median), met: median >= least };
}
