import type { LedgerEntry } from '@cession/server/sync/ledger.ts';
import type { Departure, RowKey, SnapshotTransaction, StoredRow, VisibleRange } from '@cession/server/sync/store.ts';
import { refKey } from '@cession/server/sync/synced-table.ts';
import { cellsOf, valueAt, type Cells, type Heap, type Value } from './model-heap.ts';
import { SPINE, type Clock } from './model-ledger.ts';
import { ROWS } from './model-rows.ts';

interface SnapshotWorld {
  readonly heap: Heap;
  readonly companyId: string;
  /** The commit after which it looks. */
  readonly moment: number;
  statement<T>(name: string, run: () => T): Promise<T>;
}

export function modelSnapshot(world: SnapshotWorld): SnapshotTransaction {
  const { heap, companyId, statement } = world;
  const epoch = heap.epoch;
  return {
    head: () =>
      statement('head', () => ({
        epoch,
        ver: (valueIn(world, SPINE.clock, companyId) as Clock | null)?.ver ?? 0, // the one value of this table
      })),
    visibleKeys: (range, after, limit) => statement('visibleKeys', () => keysIn(world, range, after).slice(0, limit)),
    countVisible: (range) => statement('countVisible', () => keysIn(world, range, null).length),
    rows: (keys) =>
      statement('rows', () => {
        const found = new Map<string, StoredRow>();
        for (const { table, id } of keys) {
          const row = valueIn(world, `${ROWS}${table}`, id) as StoredRow | null; // values of these tables are rows
          if (row !== null) found.set(refKey({ table, id }), row);
        }
        return found;
      }),
    departed: (range) => statement('departed', () => departedIn(world, range)),
    entriesOf: async (userId, ids) =>
      ids.length === 0
        ? []
        : statement('entriesOf', () => entriesIn(world, ids).filter((entry) => entry.userId === userId)),
    knownIds: async (ids) =>
      ids.length === 0
        ? new Set<string>()
        : statement('knownIds', () => new Set(entriesIn(world, ids).map(({ id }) => id))),
  };
}

function valueIn({ heap, companyId, moment }: SnapshotWorld, table: string, key: string): Value | null {
  const cell = cellsOf(heap, companyId, table).get(key);
  return cell === undefined ? null : valueAt(cell, moment);
}

function entriesIn(world: SnapshotWorld, ids: readonly string[]): LedgerEntry[] {
  return [...new Set(ids)].flatMap((id) => {
    const entry = valueIn(world, SPINE.mutation, id);
    return entry === null ? [] : [entry as LedgerEntry]; // values of this table are entries
  });
}

/** In order of version, table, id. */
function keysIn(world: SnapshotWorld, range: VisibleRange, after: RowKey | null): RowKey[] {
  const found: RowKey[] = [];
  for (const [table, cells] of rowTables(world)) {
    for (const cell of cells.values()) {
      const stored = valueAt(cell, world.moment) as StoredRow | null; // values of these tables are rows
      if (stored === null || stored.ver <= range.above || stored.ver > range.upTo || !isShown(stored, range)) continue;
      const key = { ver: stored.ver, table, id: cell.key };
      if (after === null || compareKeys(key, after) > 0) found.push(key);
    }
  }
  return found.toSorted(compareKeys);
}

function* rowTables({ heap, companyId }: SnapshotWorld): Generator<readonly [string, Cells]> {
  for (const [name, cells] of heap.companies.get(companyId) ?? [])
    if (name.startsWith(ROWS)) yield [name.slice(ROWS.length), cells];
}

function isShown({ isLive, audience }: StoredRow, { tokens }: VisibleRange): boolean {
  return isLive && audience.some((token) => tokens.includes(token));
}

function compareKeys(a: RowKey, b: RowKey): number {
  if (a.ver !== b.ver) return a.ver - b.ver;
  if (a.table !== b.table) return a.table < b.table ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function departedIn(world: SnapshotWorld, range: VisibleRange): readonly (readonly [string, string])[] {
  const found = new Map<string, readonly [string, string]>();
  for (const cell of cellsOf(world.heap, world.companyId, SPINE.departure).values()) {
    const departure = valueAt(cell, world.moment) as (Departure & { readonly ver: number }) | null; // of this table
    if (departure === null || departure.ver <= range.above || departure.ver > range.upTo) continue;
    if (!departure.audience.some((token) => range.tokens.includes(token))) continue;
    const { table, id } = departure;
    const row = valueIn(world, `${ROWS}${table}`, id) as StoredRow | null; // values of these tables are rows
    if (row !== null && row.ver <= range.upTo && isShown(row, range)) continue;
    found.set(refKey({ table, id }), [table, id]);
  }
  return [...found.values()];
}
