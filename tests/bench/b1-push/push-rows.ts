/** From runs to the rows of the table. */
import { part, round, spreadOf, type BenchRow, type Spread } from '../kit/bench-result.ts';
import type { Run } from './measure.ts';
import type { Line, Planned } from './plans.ts';

export const columns = [
  { key: 'count', title: 'documents' },
  { key: 'batch', title: 'in a request' },
  { key: 'rate', title: 'documents/s' },
  { key: 'slowDisk', title: 'documents/s, slow disk' },
  { key: 'far', title: 'documents/s, 80 ± 40 ms away' },
  { key: 'requests', title: 'requests' },
  { key: 'up', title: 'bytes up each' },
  { key: 'down', title: 'bytes down each' },
  { key: 'p95', title: 'ms a request, p95' },
  { key: 'serverCpu', title: 'server CPU s per 1,000' },
  { key: 'databaseCpu', title: 'PostgreSQL CPU s per 1,000' },
  { key: 'clientCpu', title: 'device CPU s per 1,000' },
] as const;

const NAMES: Readonly<Record<Line['who'], string>> = {
  ours: 'Cession (Dexie)',
  'ours-memory': 'Cession (plain memory)',
  'ours-no-ledger': 'Cession without its ledger (plain memory)',
  'rxdb-memory': 'RxDB 17 (memory)',
  'rxdb-dexie': 'RxDB 17 (Dexie)',
  pouchdb: 'PouchDB 9 → express-pouchdb (memory, no PostgreSQL)',
  tanstack: 'TanStack offline-transactions',
  'insert-values': 'bare: insert … values',
  'insert-json': 'bare: insert … from json',
};

export function nameOf(line: Line): string {
  return NAMES[line.who];
}

export function toRow(line: Line, measured: ReadonlyMap<Planned, readonly Run[]>): BenchRow {
  const runs = measured.get('near') ?? [];
  const each = (of: (run: Run) => number): number => spreadOf(runs.map((run) => of(run))).median;
  const rate = (column: Planned): Spread | string => {
    const found = measured.get(column);
    return found === undefined ? '–' : ratesOf(line, found);
  };
  const thousands = line.count / 1000;
  return {
    who: nameOf(line),
    values: {
      ...{ count: line.count, batch: line.batch, rate: rate('near'), slowDisk: rate('slow-disk'), far: rate('far') },
      requests: each(({ requests }) => requests),
      up: Math.round(each(({ up }) => up / line.count)),
      down: Math.round(each(({ down }) => down / line.count)),
      p95: p95Of(runs),
      serverCpu: runs.some(({ serverCpu }) => serverCpu === null)
        ? '–'
        : each((run) => (run.serverCpu ?? 0) / thousands),
      databaseCpu: each((run) => run.databaseCpu / thousands),
      clientCpu: each((run) => run.clientCpu / thousands),
    },
  };
}

export function ratesOf(line: Line, runs: readonly Run[]): Spread {
  return spreadOf(runs.map(({ ms }) => (line.count / ms) * 1000));
}

function p95Of(runs: readonly Run[]): number | string {
  const waits = runs.flatMap((run) => run.waits).toSorted((a, b) => a - b);
  return waits.length === 0 ? '–' : round(part(waits, 0.95));
}
