import type { StoreKey, StoreName, StoreRecords } from './local-records.ts';
import { StorageFailure, type KeyPart, type LocalStore, type LocalTx } from './local-store.ts';
import type { CessionDb, Sealed, SealedEntry } from './db.ts';
import type { RowCodec } from './row-codec.ts';
import { asStorageFailure, storageFault } from './storage-fault.ts';

const MOST_TRIES = 3;
/** From here on reading the whole (small) outbox is quicker than one look-up per row. */
const MANY_KEYS = 50;

export interface DexieStore extends LocalStore {
  readonly db: CessionDb;
  /** Transactions under way right now. */
  running(): number;
}

/** Dexie opens, upgrades and closes the database. What is done in it every day goes past it: that is twice as fast. */
export function createDexieStore(db: CessionDb, codec: RowCodec): DexieStore {
  let running = 0;
  return {
    db,
    running: () => running,
    close: () => db.close(),
    tx: async (mode, stores, work) => {
      running += 1;
      try {
        return await withReopen(db, () => transact(db, mode, stores, (tx) => work(openTx(tx, codec))));
      } catch (reason) {
        throw asStorageFailure(reason);
      } finally {
        running -= 1;
      }
    },
  };
}

/** iOS drops the connection under a sleeping app. What failed did not happen, so it may be done again. */
async function withReopen<T>(db: CessionDb, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      // One that was closed for good stays closed: the attempt says so.
      if (!db.isOpen() && !db.hasBeenClosed()) await db.open();
      return await attempt();
    } catch (reason) {
      if (storageFault(reason) !== 'closed' || tries >= MOST_TRIES || db.hasBeenClosed()) throw reason;
      db.close({ disableAutoOpen: false });
    }
  }
}

async function transact<T>(
  db: CessionDb,
  mode: 'r' | 'rw',
  stores: readonly StoreName[],
  work: (tx: IDBTransaction) => Promise<T>,
): Promise<T> {
  if (!db.isOpen()) throw new StorageFailure('closed', null);
  const tx = db.backendDB().transaction([...stores], mode === 'r' ? 'readonly' : 'readwrite', { durability: 'strict' });
  let open = true;
  const onDisk = new Promise<void>((resolve) => {
    tx.addEventListener('complete', () => {
      open = false;
      resolve();
    });
  });
  const undone = new Promise<never>((_, reject) => {
    tx.addEventListener('abort', () => {
      open = false;
      reject(tx.error ?? new DOMException('the transaction was undone', 'AbortError'));
    });
  });
  undone.catch(() => undefined);
  try {
    const value = await work(tx);
    if (mode === 'r') return value;
    // It waited for something else than the database and was closed over that, half done perhaps.
    if (!open) throw new StorageFailure('broken', tx.error);
    tx.commit();
    await Promise.race([onDisk, undone]);
    return value;
  } catch (reason) {
    if (open) tx.abort();
    throw tx.error ?? reason;
  }
}

/**
 * Requests of one transaction are answered in order, so a write need not be waited for: what is read after it finds it,
 * and if it fails, all of it fails.
 */
function openTx(tx: IDBTransaction, codec: RowCodec): LocalTx {
  // What comes out of a store is what `put` sealed into it, hence the casts to that store's record.
  const get = async <S extends StoreName>(store: S, key: StoreKey<S>) => {
    const found: Sealed | SealedEntry | undefined = await asked(tx.objectStore(store).get(key));
    return found && (codec.open(found.body) as StoreRecords[S]);
  };
  return {
    get,
    getMany: (store, keys) => Promise.all(keys.map((key) => get(store, key))),
    all: async <S extends StoreName>(store: S, part: KeyPart = {}) => {
      const found: Sealed[] = await asked(tx.objectStore(store).getAll(rangeOf(part), part.most));
      return found.map((one) => codec.open(one.body) as StoreRecords[S]);
    },
    touching: async (keys) =>
      (await touching(tx.objectStore('outbox'), keys)).map((one) => codec.open(one.body) as StoreRecords['outbox']),
    entry: async (id) => {
      const found: SealedEntry | undefined = await asked(tx.objectStore('outbox').index('id').get(id));
      return found && (codec.open(found.body) as StoreRecords['outbox']);
    },
    put: async (store, records) => {
      const shelf = tx.objectStore(store);
      for (const record of records) shelf.put(seal(codec, record));
    },
    remove: async (store, keys) => {
      const shelf = tx.objectStore(store);
      for (const key of keys) shelf.delete(key);
    },
  };
}

function rangeOf({ from, below }: KeyPart): IDBKeyRange | null {
  if (from === undefined) return below === undefined ? null : IDBKeyRange.upperBound(below, true);
  return below === undefined ? IDBKeyRange.lowerBound(from) : IDBKeyRange.bound(from, below, false, true);
}

function seal(codec: RowCodec, record: StoreRecords[StoreName]): Sealed | SealedEntry {
  const body = codec.seal(record);
  if ('seq' in record) return { seq: record.seq, id: record.id, ents: record.ents, status: record.status, body };
  return { key: 'key' in record ? record.key : record.id, body };
}

async function touching(outbox: IDBObjectStore, keys: readonly string[]): Promise<readonly SealedEntry[]> {
  if (keys.length > MANY_KEYS) {
    const wanted = new Set(keys);
    const every: SealedEntry[] = await asked(outbox.getAll());
    return every.filter((sealed) => sealed.ents.some((key) => wanted.has(key)));
  }
  const found: SealedEntry[][] = await Promise.all(keys.map((key) => asked(outbox.index('ents').getAll(key))));
  const each = new Map(found.flat().map((sealed) => [sealed.seq, sealed]));
  return [...each.values()].toSorted((a, b) => a.seq - b.seq);
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });
}
