import { never } from '../world-1/lifeline.ts';
import type { Timer } from '@cession/server/sync/env.ts';
import { cellAt, cellsOf, commitCell, type Cell, type Cells, type Heap, type Owner, type Value } from './model-heap.ts';

const LOCK_TIMEOUT_MS = 5000;

export interface TransactionWorld {
  readonly heap: Heap;
  readonly timer: Timer;
  readonly step: (name: string) => Promise<void>;
  /** A transaction of a process that died answers nothing more. */
  readonly isDead: () => boolean;
}

/** One read-committed transaction of one company, statement by statement. */
export interface ModelTransaction {
  readonly companyId: string;
  /** One statement: others may go first, then it runs at one moment, but for waits of its own. */
  statement<T>(name: string, run: () => T | Promise<T>): Promise<T>;
  cells(table: string): Cells;
  cell(table: string, key: string): Cell;
  /** As this transaction sees it now: its own writes, else what is committed. */
  read(cell: Cell): Value | null;
  /** Holds the row to the end. False: somebody else does, and the wish was not to wait. */
  lock(cell: Cell, busy?: 'wait' | 'skip'): Promise<boolean>;
  /** Makes a unique key one's own, or finds it taken; waits for whoever is writing it. */
  claim(cells: readonly Cell[]): Promise<boolean>;
  /** The cell must be held. */
  write(cell: Cell, value: Value | null): void;
  savepoint<T>(work: () => Promise<T>): Promise<T>;
  commit(): Promise<void>;
  rollback(): void;
}

/** A refusal of the database, with the SQLSTATE PostgreSQL gives (its documentation, appendix A). */
export class SqlError extends Error {
  override readonly name = 'SqlError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export function beginTransaction(world: TransactionWorld, companyId: string): ModelTransaction {
  const open: Open = { world, me: { waitsFor: null, waiters: new Set() }, held: [], undo: [], isFailed: false };
  const { heap } = world;
  return {
    companyId,
    statement: (name, run) => statement(open, name, run),
    cells: (table) => cellsOf(heap, companyId, table),
    cell: (table, key) => cellAt(cellsOf(heap, companyId, table), table, key),
    read: (cell) => read(open, cell),
    lock: (cell, busy = 'wait') => lock(open, cell, busy),
    claim: (cells) => claim(open, cells),
    write: (cell, value) => {
      if (cell.holder !== open.me) throw new Error(`${cell.table} ${cell.key} is written without being held`);
      open.undo.push({ cell, before: cell.written });
      cell.written = value;
    },
    savepoint: (work) => savepoint(open, work),
    commit: () => commit(open),
    rollback: () => backTo(open, 0, 0),
  };
}

/** What a transaction has done so far. */
interface Open {
  readonly world: TransactionWorld;
  readonly me: Owner;
  readonly held: Cell[];
  readonly undo: { readonly cell: Cell; readonly before: Cell['written'] }[];
  isFailed: boolean;
}

async function statement<T>(open: Open, name: string, run: () => T | Promise<T>): Promise<T> {
  const { step, isDead } = open.world;
  await step(name);
  if (isDead()) return never();
  if (open.isFailed) throw new SqlError('25P02', 'current transaction is aborted');
  try {
    const answer = await run();
    return isDead() ? await never() : answer;
  } catch (error) {
    open.isFailed = true;
    throw error;
  }
}

function read({ me }: Open, cell: Cell): Value | null {
  return cell.holder === me && cell.written !== undefined ? cell.written : cell.committed;
}

function hold({ me, held }: Open, cell: Cell): void {
  if (cell.holder === me) return;
  cell.holder = me;
  held.push(cell);
}

async function lock(open: Open, cell: Cell, busy: 'wait' | 'skip'): Promise<boolean> {
  while (cell.holder !== null && cell.holder !== open.me) {
    if (busy === 'skip') return false;
    await waitForEnd(open.world, open.me, cell.holder);
  }
  hold(open, cell);
  return true;
}

async function claim(open: Open, cells: readonly Cell[]): Promise<boolean> {
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (cell === undefined) break;
    // A row that is only locked is there for all to see; one that is being written may come or go.
    if (cell.holder !== null && cell.holder !== open.me && cell.written !== undefined) {
      await waitForEnd(open.world, open.me, cell.holder);
      at = -1;
    } else if (read(open, cell) !== null) {
      return false;
    }
  }
  for (const cell of cells) hold(open, cell);
  return true;
}

async function savepoint<T>(open: Open, work: () => Promise<T>): Promise<T> {
  const [writes, locks] = [open.undo.length, open.held.length];
  try {
    return await work();
  } catch (error) {
    if (open.world.isDead()) return never();
    backTo(open, writes, locks);
    open.isFailed = false;
    throw error;
  }
}

async function commit(open: Open): Promise<void> {
  const { heap, step, isDead } = open.world;
  await step('commit');
  if (isDead()) return never();
  // As PostgreSQL does: committing what has failed undoes it.
  if (open.isFailed) return backTo(open, 0, 0);
  heap.commit += 1;
  for (const cell of open.held) commitCell(heap, cell);
  for (const cell of open.held.splice(0)) cell.holder = null;
  return wakeAll(open.me);
}

/** Undoes writes and lets go of cells down to these counts. */
function backTo({ me, held, undo }: Open, writes: number, locks: number): void {
  for (const { cell, before } of undo.splice(writes).toReversed()) cell.written = before;
  for (const cell of held.splice(locks)) cell.holder = null;
  wakeAll(me);
}

/** Waits until the other lets something go. Whoever would close a circle is turned away at once. */
async function waitForEnd({ timer, step, isDead }: TransactionWorld, me: Owner, other: Owner): Promise<void> {
  for (let next: Owner | null = other; next !== null; next = next.waitsFor)
    if (next === me) throw new SqlError('40P01', 'deadlock detected');
  me.waitsFor = other;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const patience = timer.after(LOCK_TIMEOUT_MS, () =>
    reject(new SqlError('55P03', 'canceling statement due to lock timeout')),
  );
  other.waiters.add(resolve);
  try {
    await promise;
  } finally {
    patience.cancel();
    other.waiters.delete(resolve);
    me.waitsFor = null;
  }
  await step('woken');
  if (isDead()) await never();
}

function wakeAll(owner: Owner): void {
  const waiters = [...owner.waiters];
  owner.waiters.clear();
  for (const wake of waiters) wake();
}
