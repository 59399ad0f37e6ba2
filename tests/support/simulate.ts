/** `simulate`: runs simulated worlds and prints one JSON object about them. Exit 1: something was not as promised. */
import { parseArgs } from 'node:util';
import { inParallel } from '../simulator/in-parallel.ts';
import { traceHashOf, type Asked, type ManyRuns } from '../simulator/many-runs.ts';
import { allBugs } from '../simulator/all-bugs.ts';

const USAGE = 'simulate [--runs N] [--from SEED] [--tier 1|2] [--bug NAME] [--path P] [--nightly]';

function refuse(why: string): never {
  process.stderr.write(`${why} Usage: ${USAGE}.\n`);
  process.exit(2);
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) refuse(`--${name} takes a whole number, not "${text}".`);
  return value;
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        ...{ runs: { type: 'string', default: '200' }, from: { type: 'string', default: '1' } },
        ...{ tier: { type: 'string', default: '1' }, bug: { type: 'string' }, path: { type: 'string' } },
        nightly: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

async function readAsked(): Promise<readonly Asked[]> {
  const { runs, from, tier, bug = null, path = null, nightly } = readArguments();
  if (tier !== '1' && tier !== '2') refuse(`There are the tiers 1 and 2, not "${tier}".`);
  if (path !== null && !/^\d+(:\d+)*$/.test(path)) refuse(`--path takes numbers with colons between, not "${path}".`);
  const names = bug === null ? [] : (await allBugs()).map(({ name }) => name);
  if (bug !== null && !names.includes(bug)) refuse(`There is no bug called "${bug}". There are: ${names.join(', ')}.`);
  const asked: Asked = {
    ...{ tier: tier === '1' ? 1 : 2, from: wholeNumber('from', from), runs: wholeNumber('runs', runs) },
    ...{ bug, path, firstOnly: bug !== null, shrinks: true },
  };
  if (asked.runs === 0) refuse('--runs 0 proves nothing.');
  return nightly
    ? [
        { ...asked, tier: 1, runs: 100_000 },
        { ...asked, tier: 2, runs: 5000 },
      ]
    : [asked];
}

function tell(asked: Asked, done: ManyRuns, seconds: number): object {
  for (const { seed, path, invariant, what, diagram } of done.violations) {
    process.stderr.write(`\nseed ${seed}, path ${path}: ${invariant}: ${what}\n${diagram}\n`);
  }
  const { runs, steps, violations } = done;
  return { tier: asked.tier, from: asked.from, runs, steps, seconds, traceHash: traceHashOf(done), violations };
}

const reports: object[] = [];
let violations = 0;
for (const asked of await readAsked()) {
  const before = performance.now();
  const done = await inParallel(asked, (progress) => void process.stderr.write(`${progress}\n`));
  violations += done.violations.length;
  reports.push(tell(asked, done, Math.round((performance.now() - before) / 100) / 10));
}
process.stdout.write(`${JSON.stringify(reports.length === 1 ? reports[0] : { nightly: reports }, null, 2)}\n`);
process.exit(violations === 0 ? 0 : 1);
