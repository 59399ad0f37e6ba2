import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { startHost } from '../support/postgres-server.ts';
import { addEvents, NO_EVENTS } from './eventful.ts';
import { manyRuns, type Asked, type Found, type ManyRuns } from './many-runs.ts';

const WORKERS = 2;
/** More runs than this pay for a second worker. */
const WORTH_IT = { 1: 200, 2: 20 } as const;
/** Small enough that both workers end at about the same time. */
const PORTION = { 1: 100, 2: 50 } as const;
/** Whoever finds more has enough to read; the others are only counted, each with the way back to it. */
const MOST_SHRUNK = 20;
const TELL_EVERY_MS = 10_000;
const entry = join(import.meta.dirname, 'run-worker.ts');

/** Many worlds run side by side; the answer is the same as of one after the other. */
export async function inParallel(asked: Asked, tell?: (progress: string) => void): Promise<ManyRuns> {
  if (asked.path !== null || asked.runs <= WORTH_IT[asked.tier]) return manyRuns(asked);
  if (asked.tier === 1 || asked.postgresUrl !== undefined) return sideBySide(asked, tell);
  const host = await startHost();
  try {
    return await sideBySide({ ...asked, postgresUrl: host.url }, tell);
  } finally {
    await host.stop();
  }
}

async function sideBySide(asked: Asked, tell?: (progress: string) => void): Promise<ManyRuns> {
  const line = createLine(asked, (one) => tell?.(`seed ${one.seed}, path ${one.path}: ${one.invariant}: ${one.what}`));
  const started = performance.now();
  const timer = setInterval(() => tell?.(line.progress((performance.now() - started) / 1000)), TELL_EVERY_MS);
  try {
    await Promise.all(Array.from({ length: WORKERS }, () => workOff(line)));
  } finally {
    clearInterval(timer);
  }
  return together(line.done());
}

interface Line {
  next(): Asked | null;
  take(portion: Asked, result: ManyRuns): void;
  progress(seconds: number): string;
  /** In the order of their seeds. */
  done(): readonly ManyRuns[];
}

/** What is still to be run, handed out in portions. */
function createLine(asked: Asked, foundOne: (one: Found) => void): Line {
  const results = new Map<number, ManyRuns>();
  let given = 0;
  let runs = 0;
  let found = 0;
  return {
    next: () => {
      if (given >= asked.runs || (asked.firstOnly && found > 0)) return null;
      const portion = { from: asked.from + given, runs: Math.min(PORTION[asked.tier], asked.runs - given) };
      given += portion.runs;
      return { ...asked, ...portion, shrinks: asked.shrinks && found < MOST_SHRUNK };
    },
    take: (portion, result) => {
      results.set(portion.from, result);
      runs += result.runs;
      found += result.violations.length;
      for (const one of result.violations) foundOne(one);
    },
    progress: (seconds) =>
      `${runs} of ${asked.runs} runs, ${found} violations, ${Math.round(seconds)} s, ${(runs / seconds).toFixed(1)} runs/s`,
    done: () => [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result),
  };
}

function together(all: readonly ManyRuns[]): ManyRuns {
  return {
    runs: all.reduce((sum, { runs }) => sum + runs, 0),
    steps: all.reduce((sum, { steps }) => sum + steps, 0),
    events: all.reduce((sum, { events }) => addEvents(sum, events), NO_EVENTS),
    hashes: all.flatMap(({ hashes }) => hashes),
    violations: all.flatMap(({ violations }) => violations),
  };
}

/** One worker for all its portions: warm code is several times as quick. */
async function workOff(line: Line): Promise<void> {
  const worker = new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: 64 } });
  try {
    for (let portion = line.next(); portion !== null; portion = line.next())
      line.take(portion, await inWorker(worker, portion));
  } finally {
    await worker.terminate();
  }
}

async function inWorker(worker: Worker, portion: Asked): Promise<ManyRuns> {
  const { promise, resolve, reject } = Promise.withResolvers<ManyRuns>();
  const ended = (code: number) => reject(new Error(`a worker ended with ${code} and said nothing`));
  worker.once('message', resolve).once('error', reject).once('exit', ended);
  worker.postMessage(portion);
  try {
    return await promise;
  } finally {
    worker.off('message', resolve).off('error', reject).off('exit', ended);
  }
}
