/** How long a tap on Save takes until the phone has it for good, in a real Chromium with its storage on the disk. */
import { setTimeout as pause } from 'node:timers/promises';
import { cardDocuments } from './kit/card-documents.ts';
import { part, report, round, spreadOf, type BenchRow } from './kit/bench-result.ts';
import { bundleForPage } from './kit/chromium-bundle.ts';
import { withBenchPage } from './kit/chromium-page.ts';
import type { Doc, Run, Task } from './b2-save/contender.ts';

const quick = process.argv.includes('--quick');
const [ROUNDS, WRITES, EXISTING] = quick ? [1, 100, 1000] : [5, 500, 10_000];

interface Contender {
  readonly who: string;
  readonly file: string;
  /** Makes its transactions wait for the disk although the library would not. */
  readonly strict?: boolean;
}

const RAW_TWO = 'IndexedDB, two stores (floor)';
const OURS = 'Cession: perform';
const CONTENDERS: readonly Contender[] = [
  { who: 'IndexedDB, one store', file: 'b2-save/raw-one-page.ts' },
  { who: RAW_TWO, file: 'b2-save/raw-two-page.ts' },
  { who: OURS, file: 'b2-save/ours-page.ts' },
  { who: 'Dexie, the same two stores', file: 'b2-save/dexie-page.ts' },
  { who: 'RxDB (dexie), made strict', file: 'peers/b2-rxdb-page.ts', strict: true },
  { who: 'RxDB (dexie), as it comes', file: 'peers/b2-rxdb-page.ts' },
  { who: 'PouchDB (idb), made strict', file: 'peers/b2-pouchdb-page.ts', strict: true },
  { who: 'PouchDB (idb), as it comes', file: 'peers/b2-pouchdb-page.ts' },
  { who: 'TanStack offline-transactions, made strict', file: 'peers/b2-tanstack-page.ts', strict: true },
  { who: 'TanStack offline-transactions, as it comes', file: 'peers/b2-tanstack-page.ts' },
];

const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length) ?? '';
const bundles = new Map<string, string>();
for (const { file } of CONTENDERS) if (!bundles.has(file)) bundles.set(file, await bundleForPage(file));

const empty = new Map<string, Run[]>();
const full = new Map<string, Run[]>();
// Round by round, so that a slow minute of the machine is everybody's.
for (let turn = 0; turn < ROUNDS; turn += 1) {
  for (const contender of CONTENDERS.filter(({ who }) => who.includes(only))) {
    await measure(contender, taskOf(contender, turn, 0), empty);
    if (turn * 2 < ROUNDS) await measure(contender, taskOf(contender, turn, EXISTING), full);
  }
}

const rows = CONTENDERS.filter(({ who }) => empty.has(who)).map(({ who }) =>
  rowOf(who, empty.get(who) ?? [], full.get(who) ?? []),
);
const ratio = medianOf(OURS, empty) / medianOf(RAW_TWO, empty);
report({
  name: 'b2-save',
  title: 'Saving on the phone',
  question: 'How long does a person wait after a tap on Save until the card is safe on the phone?',
  setting: [
    'Chromium 153 without a window, storage on the disk, a browser, an origin and a bundle for each run; a clock of 5 µs',
    `${WRITES} saves of a card of some 450 bytes, one after another; ${ROUNDS} runs each, taken in turns`,
    `"on a full phone": ${EXISTING} cards are there already and one query stays on the screen`,
    'waits for the disk (durability strict): IndexedDB, Dexie, Cession; the others as they come (relaxed) and made strict',
    'RxDB 17.6, PouchDB 9.0, TanStack offline-transactions 1.0.53, Dexie 4.4; each awaits the point its own documentation calls safe',
  ],
  columns: [
    { key: 'p50', title: 'p50, ms' },
    { key: 'p95', title: 'p95, ms' },
    { key: 'p99', title: 'p99, ms' },
    { key: 'cold', title: 'first save, ms' },
    { key: 'fullP50', title: 'on a full phone p50, ms' },
    { key: 'fullP95', title: 'on a full phone p95, ms' },
    { key: 'lost', title: 'lost' },
  ],
  rows,
  goals: [
    {
      goal: 'a save at most 1.5 × two bare IndexedDB puts',
      measured: `${round(ratio)} ×`,
      met: ratio <= 1.5 && rows.every(({ values }) => values['lost'] === 0),
    },
  ],
  notes: [
    'Only Cession decides by rules, checks the shape of what is saved and writes view, outbox and counters together; bare IndexedDB and Dexie only put an entity and an outbox entry.',
    'RxDB and PouchDB keep no outbox: what has to be sent is found later by sequence or checkpoint. TanStack keeps only the outbox, its rows live in memory, and it answers when the request has succeeded, before the transaction is complete.',
    'Dexie putting the same two records is the floor for whatever stands on Dexie; what Cession costs above bare IndexedDB is what Dexie costs, its rules included.',
    'A full phone is no burden for bare IndexedDB and Dexie because nothing watches there.',
  ],
});

async function measure(contender: Contender, task: Task, into: Map<string, Run[]>): Promise<void> {
  const run = await withBenchPage(bundles.get(contender.file) ?? '', async ({ page }) => {
    // What a starting browser still has to do is not the contender's.
    await pause(quick ? 0 : 300);
    return page.evaluate((given) => globalThis.runBench(given), task);
  });
  into.set(contender.who, [...(into.get(contender.who) ?? []), run]);
  const p50 = part(
    run.each.toSorted((a, b) => a - b),
    0.5,
  );
  process.stderr.write(
    `${contender.who} over ${task.existing.length}: p50 ${p50} ms, ${run.lost} lost, heard ${run.heard}\n`,
  );
}

function taskOf({ strict = false }: Contender, turn: number, existing: number): Task {
  // What is saved is newer than what lies there, so the watched query has something to say each time.
  return { existing: docs(1000 + turn, existing, 1), saved: docs(turn, WRITES + 1, 20), watch: existing > 0, strict };
}

function docs(seed: number, count: number, day: number): readonly Doc[] {
  return cardDocuments(seed, count).map(({ id, values }, at) => ({
    ...{ id, values, status: 'draft' },
    changedAt: new Date(Date.UTC(2026, 10, day) + at * 1000).toISOString(),
  }));
}

function rowOf(who: string, runs: readonly Run[], onFull: readonly Run[]): BenchRow {
  const at = (share: number, of: readonly Run[]) =>
    spreadOf(
      of.map(({ each }) =>
        part(
          each.toSorted((a, b) => a - b),
          share,
        ),
      ),
    );
  return {
    who,
    values: {
      ...{ p50: at(0.5, runs), p95: at(0.95, runs), p99: at(0.99, runs), cold: spreadOf(runs.map(({ cold }) => cold)) },
      ...{ fullP50: at(0.5, onFull), fullP95: at(0.95, onFull) },
      lost: [...runs, ...onFull].reduce((sum, run) => sum + run.lost, 0),
    },
  };
}

function medianOf(who: string, runs: ReadonlyMap<string, readonly Run[]>): number {
  return spreadOf(
    (runs.get(who) ?? []).map(({ each }) =>
      part(
        each.toSorted((a, b) => a - b),
        0.5,
      ),
    ),
  ).median;
}
