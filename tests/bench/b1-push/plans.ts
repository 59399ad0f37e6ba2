/** Who is measured with what. */
import type { Plan } from './measure.ts';
import type { Contender } from './pusher.ts';

export type Planned = 'near' | 'far' | 'slow-disk';

export interface Line {
  readonly who: Contender;
  readonly count: number;
  readonly batch: number;
  readonly plans: Readonly<Record<Planned, Plan | null>>;
}

/** Ours is fixed at 50 by its protocol. */
const BATCHES: Readonly<Record<Contender, readonly number[]>> = {
  ours: [50],
  'ours-memory': [50],
  'ours-no-ledger': [50],
  'rxdb-memory': [20, 50, 100, 500],
  'rxdb-dexie': [50, 500],
  pouchdb: [100],
  tanstack: [1, 50],
  'insert-values': [50, 500],
  'insert-json': [50, 500],
};

export function plansOf(isQuick: boolean): readonly Line[] {
  const pairs = Object.entries(BATCHES) as [Contender, readonly number[]][]; // the keys of a literal object
  if (isQuick)
    return pairs.map(([who, batches]) => lineOf(who, 500, batches.includes(50) ? 50 : (batches[0] ?? 50), 1));
  return [1000, 10_000].flatMap((count) =>
    pairs.flatMap(([who, batches]) =>
      batches.filter((batch) => isWorthIt(who, count, batch)).map((batch) => lineOf(who, count, batch, 7)),
    ),
  );
}

/**
 * With 10,000 documents one batch size each is enough. TanStack sorts its whole queue for every one of them, and RxDB over
 * Dexie takes minutes for a run of them.
 */
function isWorthIt(who: Contender, count: number, batch: number): boolean {
  return count === 1000 || (who !== 'tanstack' && who !== 'rxdb-dexie' && batch >= 50);
}

function lineOf(who: Contender, count: number, batch: number, runs: number): Line {
  const isLong = count > 1000;
  const near: Plan = { who, count, batch, runs: isLong ? Math.min(runs, 3) : runs, warmUps: isLong ? 0 : 1 };
  const isBare = who === 'insert-values' || who === 'insert-json';
  const other: Plan = { ...near, runs: Math.min(runs, 3) };
  const needsManyTrips = who === 'tanstack' && batch === 1;
  return {
    ...{ who, count, batch },
    plans: {
      near,
      far: isLong || isBare || needsManyTrips ? null : { ...other, isFar: true },
      'slow-disk': isLong || who === 'pouchdb' ? null : other,
    },
  };
}
