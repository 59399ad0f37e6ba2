import type { StoreName, StoreRecords } from '@cession/client/store/local-records.ts';
import type { LocalStore, LocalTx } from '@cession/client/store/local-store.ts';

/** One thing a transaction wrote. */
export interface Written {
  readonly store: StoreName;
  readonly records: readonly StoreRecords[StoreName][];
  again(tx: LocalTx): Promise<void>;
}

type Work<T> = (tx: LocalTx) => Promise<T>;

class Abort extends Error {}

/** What the transaction would answer and write; nothing of it stays on the disk. */
export async function rehearse<T>(
  disk: LocalStore,
  stores: readonly StoreName[],
  work: Work<T>,
): Promise<{ readonly value: T; readonly written: readonly Written[] }> {
  const written: Written[] = [];
  const answer: { value?: T } = {};
  try {
    await disk.tx('rw', stores, async (tx) => {
      answer.value = await work(recorder(tx, written));
      throw new Abort();
    });
  } catch (failure) {
    if (!isAbort(failure)) throw failure;
  }
  return { value: answer.value as T, written }; // work has answered, or we would have thrown
}

function isAbort(failure: unknown): boolean {
  return failure instanceof Abort || (failure instanceof Error && failure.cause instanceof Abort);
}

function recorder(tx: LocalTx, written: Written[]): LocalTx {
  return {
    get: (store, key) => tx.get(store, key),
    getMany: (store, keys) => tx.getMany(store, keys),
    all: (store) => tx.all(store),
    touching: (keys) => tx.touching(keys),
    entry: (id) => tx.entry(id),
    put: (store, records) => {
      written.push({ store, records, again: (later) => later.put(store, records) });
      return tx.put(store, records);
    },
    remove: (store, keys) => {
      written.push({ store, records: [], again: (later) => later.remove(store, keys) });
      return tx.remove(store, keys);
    },
  };
}

export async function replay(disk: LocalStore, stores: readonly StoreName[], what: readonly Written[]): Promise<void> {
  if (what.length === 0) return;
  await disk.tx('rw', stores, async (tx) => {
    for (const one of what) await one.again(tx);
  });
}
