import type { Timer } from '@cession/server/sync/env.ts';
import { sqlState } from '@cession/server/db/sql-state.ts';
import { StaleRead } from '@cession/server/db/stale-read.ts';
import type { ServerStore, SnapshotTransaction, WriteTransaction } from '@cession/server/sync/store.ts';
import { modelDatabase } from './model-database.ts';
import { backupOf, cellsOf, createHeap, restoreHeap, type Backup, type Heap } from './model-heap.ts';
import { modelLedger, SPINE, type Clock } from './model-ledger.ts';
import { modelRows } from './model-rows.ts';
import { modelSnapshot } from './model-snapshot.ts';
import { never } from '../world-1/lifeline.ts';
import { beginTransaction, type ModelTransaction } from './model-transaction.ts';

const RETRIES = 3;

export interface ModelStoreParts {
  /** Asked before every statement: whoever answers decides who goes on. */
  step(name: string): Promise<void>;
  readonly timer: Timer;
  /** For the pause before a retry. */
  rand(): number;
  uuid(): string;
}

export interface ModelStore {
  /** A process's own connections. It may have several such handles, as while a new version takes over. */
  forProcess(name: string): ServerStore;
  /** Its open transactions are undone; none of its promises ever answers. Its next handle starts afresh. */
  crashProcess(name: string): void;
  backup(): Backup;
  /** No process may be running. */
  restore(backup: Backup): void;
  readonly heap: Heap;
}

/** The server's database in memory, as PostgreSQL would interleave it: one statement at a time. */
export function createModelStore(parts: ModelStoreParts): ModelStore {
  const heap = createHeap(parts.uuid());
  const running = new Set<Connections>();
  return {
    heap,
    forProcess: (name) => {
      const connections: Connections = { heap, parts, name, isDead: false, open: new Set() };
      running.add(connections);
      return storeOver(connections);
    },
    crashProcess: (name) => {
      for (const connections of [...running].filter((one) => one.name === name)) {
        connections.isDead = true;
        for (const undo of connections.open) undo();
        connections.open.clear();
        running.delete(connections);
      }
    },
    backup: () => backupOf(heap),
    restore: (backup) => restoreHeap(heap, backup, parts.uuid()),
  };
}

interface Connections {
  readonly heap: Heap;
  readonly parts: ModelStoreParts;
  readonly name: string;
  isDead: boolean;
  /** How to undo each open transaction. */
  readonly open: Set<() => void>;
}

function storeOver(connections: Connections): ServerStore {
  const { heap, parts, name } = connections;
  const step = (what: string): Promise<void> => parts.step(`${name} ${what}`);
  const alone = async <T>(what: string, run: () => T): Promise<T> => {
    await step(what);
    return connections.isDead ? never() : run();
  };
  return {
    write: async (companyId, work) => {
      for (let attempt = 0; ; attempt += 1) {
        if (connections.isDead) return never();
        try {
          return await inTransaction(connections, step, companyId, work);
        } catch (error) {
          if (attempt >= RETRIES || !asksForRetry(error)) throw error;
          // Two that met once meet again unless they step apart.
          await pause(parts, attempt * 10 + parts.rand() * 20);
        }
      }
    },
    snapshot: (companyId, work) => inSnapshot(connections, step, companyId, work),
    companies: () => alone('companies', () => [...heap.companies.keys()].filter((id) => clockOf(heap, id) !== null)),
    versions: (companyIds) =>
      alone('versions', () => {
        const clocks = companyIds.map((id) => [id, clockOf(heap, id)?.ver] as const);
        return new Map(clocks.flatMap(([id, ver]) => (ver === undefined ? [] : [[id, ver] as const])));
      }),
  };
}

export function clockOf(heap: Heap, companyId: string): Clock | null {
  // The one value of this table.
  return (cellsOf(heap, companyId, SPINE.clock).get(companyId)?.committed ?? null) as Clock | null;
}

function pause({ timer }: ModelStoreParts, ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  timer.after(ms, resolve);
  return promise;
}

function asksForRetry(error: unknown): boolean {
  const state = sqlState(error);
  return error instanceof StaleRead || state === '40001' || state === '40P01';
}

async function inTransaction<T>(
  connections: Connections,
  step: (name: string) => Promise<void>,
  companyId: string,
  work: (tx: WriteTransaction) => Promise<T>,
): Promise<T> {
  const { heap, parts, open } = connections;
  const tx = beginTransaction({ heap, timer: parts.timer, step, isDead: () => connections.isDead }, companyId);
  open.add(tx.rollback);
  try {
    await tx.statement('begin', () => undefined);
    const answer = await work(writeTransaction(tx, heap));
    await tx.commit();
    return answer;
  } catch (error) {
    if (connections.isDead) return await never();
    tx.rollback();
    throw error;
  } finally {
    open.delete(tx.rollback);
  }
}

function writeTransaction(tx: ModelTransaction, heap: Heap): WriteTransaction {
  return {
    ...modelLedger(tx),
    ...modelRows(tx),
    database: modelDatabase(tx),
    epoch: () => tx.statement('epoch', () => heap.epoch),
    savepoint: tx.savepoint,
  };
}

async function inSnapshot<T>(
  connections: Connections,
  step: (name: string) => Promise<void>,
  companyId: string,
  work: (tx: SnapshotTransaction) => Promise<T>,
): Promise<T> {
  const { heap, open } = connections;
  const end = (): void => void heap.snapshots.delete(end);
  const statement = async <A>(name: string, run: () => A): Promise<A> => {
    await step(name);
    return connections.isDead ? never() : run();
  };
  const moment = await statement('begin snapshot', () => {
    heap.snapshots.set(end, heap.commit);
    open.add(end);
    return heap.commit;
  });
  try {
    return await work(modelSnapshot({ heap, companyId, moment, statement }));
  } finally {
    open.delete(end);
    end();
  }
}
