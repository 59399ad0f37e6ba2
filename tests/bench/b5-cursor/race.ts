/** Writers and readers at the same time, for a while; afterwards everybody counts. */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { part } from '../kit/bench-result.ts';

export interface Racers {
  /** Commits one new row and answers its id. */
  write(writer: number): Promise<string>;
  /** Answers the ids of the rows that are new to this reader. */
  read(reader: number): Promise<readonly string[]>;
}

export interface Outcome {
  readonly written: number;
  /** Rows the worst reader never got, although it read until everything was quiet. */
  readonly missed: number;
  readonly perSecond: number;
  readonly pushP95: number;
  /** From commit to reader. */
  readonly lagP95: number;
  /** Rows the slowest reader had while writing went on. */
  readonly seenMeanwhile: number;
}

interface Race {
  readonly writers: number;
  readonly ms: number;
  /** Between the end of writing and the last look. */
  readonly settle?: () => Promise<void>;
}

const READERS = 2;
const LOOK_EVERY_MS = 5;

export async function race(racers: Racers, { writers, ms, settle }: Race): Promise<Outcome> {
  const committed = new Map<string, number>();
  const pushes: number[] = [];
  const startedAt = performance.now();
  const writeOn = async (writer: number): Promise<void> => {
    while (performance.now() - startedAt < ms) {
      const sentAt = performance.now();
      const id = await racers.write(writer);
      const at = performance.now();
      committed.set(id, at);
      pushes.push(at - sentAt);
    }
  };
  const end = new AbortController();
  const readers = Array.from({ length: READERS }, (_, reader) => startReader(racers, reader, end.signal));
  await Promise.all(Array.from({ length: writers }, (_, writer) => writeOn(writer)));
  const elapsed = performance.now() - startedAt;
  const seenMeanwhile = Math.min(...readers.map(({ seen }) => seen.size));
  end.abort();
  await Promise.all(readers.map(({ ended }) => ended));
  await settle?.();
  await Promise.all(readers.map(({ look }) => look()));
  return {
    written: committed.size,
    missed: Math.max(...readers.map(({ seen }) => [...committed.keys()].filter((id) => !seen.has(id)).length)),
    perSecond: Math.round((committed.size / elapsed) * 1000),
    pushP95: p95(pushes),
    lagP95: p95(readers.flatMap(({ seen }) => lags(committed, seen))),
    seenMeanwhile,
  };
}

/** Looks again and again until told to end. */
function startReader({ read }: Racers, reader: number, end: AbortSignal) {
  const seen = new Map<string, number>();
  const look = async (): Promise<void> => {
    const ids = await read(reader);
    const at = performance.now();
    for (const id of ids) seen.set(id, at);
  };
  const lookOn = async (): Promise<void> => {
    while (!end.aborted) {
      await look();
      await pause(LOOK_EVERY_MS);
    }
  };
  return { seen, look, ended: lookOn() };
}

function lags(committed: ReadonlyMap<string, number>, mine: ReadonlyMap<string, number>): number[] {
  return [...committed].flatMap(([id, at]) => {
    const seenAt = mine.get(id);
    return seenAt === undefined ? [] : [Math.max(0, seenAt - at)];
  });
}

function p95(values: readonly number[]): number {
  return part(
    values.toSorted((a, b) => a - b),
    0.95,
  );
}
