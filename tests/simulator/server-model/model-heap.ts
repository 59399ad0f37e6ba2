/** Immutable by convention: whoever changes something puts a new one in its place. */
export type Value = object;

/** One key of one table: what is committed, what it was before, and what a transaction that holds it has written. */
export interface Cell {
  readonly table: string;
  readonly key: string;
  committed: Value | null;
  /** The commit that wrote it. */
  at: number;
  /** For snapshots that are still open, oldest first. */
  older: { readonly at: number; readonly value: Value | null }[];
  /** undefined: nothing; null: taken away. */
  written: Value | null | undefined;
  holder: Owner | null;
}

/** Whoever holds cells, and whom they wait for. */
export interface Owner {
  waitsFor: Owner | null;
  /** Woken when it lets something go. */
  readonly waiters: Set<() => void>;
}

export type Cells = Map<string, Cell>;

export interface Heap {
  epoch: string;
  /** Number of the last commit. */
  commit: number;
  /** The moments open snapshots look at. */
  readonly snapshots: Map<object, number>;
  readonly companies: Map<string, Map<string, Cells>>;
}

export function createHeap(epoch: string): Heap {
  return { epoch, commit: 0, snapshots: new Map(), companies: new Map() };
}

export function cellsOf(heap: Heap, companyId: string, table: string): Cells {
  let tables = heap.companies.get(companyId);
  if (tables === undefined) heap.companies.set(companyId, (tables = new Map()));
  let cells = tables.get(table);
  if (cells === undefined) tables.set(table, (cells = new Map()));
  return cells;
}

export function cellAt(cells: Cells, table: string, key: string): Cell {
  let cell = cells.get(key);
  if (cell === undefined) {
    cell = { table, key, committed: null, at: 0, older: [], written: undefined, holder: null };
    cells.set(key, cell);
  }
  return cell;
}

/** What was committed at that moment. */
export function valueAt(cell: Cell, moment: number): Value | null {
  if (cell.at <= moment) return cell.committed;
  return cell.older.findLast(({ at }) => at <= moment)?.value ?? null;
}

/** Makes what was written true for everybody who looks from now on. */
export function commitCell(heap: Heap, cell: Cell): void {
  if (cell.written === undefined) return;
  if (heap.snapshots.size === 0) cell.older = [];
  else cell.older.push({ at: cell.at, value: cell.committed });
  cell.committed = cell.written;
  cell.at = heap.commit;
  cell.written = undefined;
}

/** Everything committed, to go back to. */
export type Backup = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Value>>>;

export function backupOf({ companies }: Heap): Backup {
  return mapValues(companies, (tables) =>
    mapValues(tables, (cells) => {
      const kept = new Map<string, Value>();
      for (const { key, committed } of cells.values()) if (committed !== null) kept.set(key, committed);
      return kept;
    }),
  );
}

/** No transaction may be open. */
export function restoreHeap(heap: Heap, backup: Backup, epoch: string): void {
  heap.epoch = epoch;
  heap.commit += 1;
  heap.companies.clear();
  for (const [companyId, tables] of backup) {
    for (const [table, kept] of tables) {
      const cells = cellsOf(heap, companyId, table);
      for (const [key, value] of kept) {
        const cell = cellAt(cells, table, key);
        cell.committed = value;
        cell.at = heap.commit;
      }
    }
  }
}

function mapValues<A, B>(map: ReadonlyMap<string, A>, change: (value: A) => B): Map<string, B> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
