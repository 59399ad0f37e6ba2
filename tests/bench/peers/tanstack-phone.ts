/** TanStack DB with its offline transactions, as their documentation sets them up: one transaction for one save. */
import { createRequire } from 'node:module';
import type * as Db from '@tanstack/db';
import type * as Offline from '@tanstack/offline-transactions';

export interface TanstackRow {
  readonly id: string;
  readonly values: object;
}

export interface Door {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface TanstackPhoneOptions {
  /** What the sending function throws on a refused request. */
  readonly errorFor?: (status: number) => Error;
}

// Offline transactions bring their own TanStack DB; a collection of another copy would not know of them.
const near = createRequire(import.meta.url);
const offlinePath = near.resolve('@tanstack/offline-transactions');
const { startOfflineExecutor, IndexedDBAdapter } = near(offlinePath) as typeof Offline;
const { createCollection } = createRequire(offlinePath)('@tanstack/db') as typeof Db;

export async function openTanstackPhone(door: Door, options: TanstackPhoneOptions = {}) {
  const confirmed = confirmedRows();
  const cards = createCollection<TanstackRow, string>({ getKey: (row) => row.id, startSync: true, sync: confirmed });
  const detector = switchedByHand();
  const failures: string[] = [];
  const storage = watchedStorage();
  const executor = startOfflineExecutor({
    // Its types leave optional members undefined, which ours do not allow.
    collections: { cards: cards as never },
    ...{ storage, leaderElection: alone, onlineDetector: detector },
    mutationFns: { saveCards: sender(door, options.errorFor ?? plainError, confirmed.arrive) },
  });
  await executor.waitForInit();
  const waiting: Promise<unknown>[] = [];
  return {
    /** Answers when the transaction lies in the outbox. */
    save: async (rows: readonly TanstackRow[]) => {
      const save = executor.createOfflineTransaction({ mutationFnName: 'saveCards', autoCommit: false });
      save.mutate(() => {
        for (const row of rows) cards.insert(row);
      });
      const stored = storage.next(save.id);
      waiting.push(save.commit().catch((error: unknown) => failures.push(String(error))));
      await stored;
    },
    /** Answers when nothing waits any more. */
    goOnline: async () => {
      detector.turn(true);
      await Promise.all(waiting);
    },
    turn: (isOnline: boolean) => detector.turn(isOnline),
    waiting: () => executor.getPendingCount(),
    /** What the library gave up on, in its own words. */
    failures: (): readonly string[] => failures,
    all: (): readonly TanstackRow[] => cards.toArray,
    close: async () => {
      executor.dispose();
      await cards.cleanup();
    },
  };
}

/** Sends one transaction, as the documentation shows it. */
function sender(
  door: Door,
  errorFor: (status: number) => Error,
  arrive: (rows: readonly TanstackRow[]) => void,
): Offline.OfflineConfig['mutationFns'][string] {
  return async ({ transaction, idempotencyKey }) => {
    const rows = transaction.mutations.map(({ modified }) => modified as unknown as TanstackRow); // of `cards` alone
    const headers = { ...door.headers, 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
    const response = await fetch(door.url, { method: 'POST', headers, body: JSON.stringify(rows) });
    if (!response.ok) throw errorFor(response.status);
    arrive(rows);
  };
}

/** Its own IndexedDB storage, which also tells when a transaction lies in it. */
function watchedStorage() {
  const storage = new IndexedDBAdapter(`bench-${crypto.randomUUID()}`, 'transactions');
  const waiting = new Map<string, () => void>();
  const store = storage.set.bind(storage);
  return Object.assign(storage, {
    set: async (key: string, value: string): Promise<void> => {
      await store(key, value);
      for (const [id, stored] of waiting) if (key.includes(id)) stored();
    },
    next: (id: string): Promise<void> =>
      new Promise((resolve) => {
        waiting.set(id, () => {
          waiting.delete(id);
          resolve();
        });
      }),
  });
}

function plainError(status: number): Error {
  return new Error(`the server answered ${status}`);
}

interface SyncDoor {
  begin(): void;
  write(message: { type: 'insert'; value: TanstackRow }): void;
  commit(): void;
  markReady(): void;
}

/** What the server took becomes what the collection holds, without asking for it again. */
function confirmedRows() {
  let door: SyncDoor | null = null;
  return {
    sync: (given: SyncDoor) => {
      door = given;
      given.markReady();
    },
    arrive: (rows: readonly TanstackRow[]) => {
      door?.begin();
      for (const value of rows) door?.write({ type: 'insert', value });
      door?.commit();
    },
  };
}

const alone = {
  requestLeadership: async () => true,
  releaseLeadership: () => undefined,
  isLeader: () => true,
  onLeadershipChange: () => () => undefined,
};

function switchedByHand() {
  const listeners = new Set<() => void>();
  let isOnline = false;
  const notifyOnline = (): void => listeners.forEach((listener) => listener());
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notifyOnline,
    isOnline: () => isOnline,
    dispose: () => listeners.clear(),
    turn: (on: boolean) => {
      isOnline = on;
      if (on) notifyOnline();
    },
  };
}
