import type { Table, Transaction } from 'dexie';
import type { StoreKey, StoreName, StoreRecords } from './local-records.ts';
import type { LocalStore, LocalTx } from './local-store.ts';
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

export function createDexieStore(db: CessionDb, codec: RowCodec): DexieStore {
  let running = 0;
  return {
    db,
    running: () => running,
    close: () => db.close(),
    tx: async (mode, stores, work) => {
      running += 1;
      try {
        return await withReopen(db, () => db.transaction(mode, [...stores], (tx) => work(openTx(tx, codec))));
      } catch (reason) {
        throw asStorageFailure(reason);
      } finally {
        running -= 1;
      }
    },
  };
}

/** iOS drops the connection under a sleeping app. What failed did not happen, so it may be done again. */
async function withReopen<T>(db: CessionDb, attempt: () => PromiseLike<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (reason) {
      if (storageFault(reason) !== 'closed' || tries >= MOST_TRIES || db.hasBeenClosed()) throw reason;
      db.close({ disableAutoOpen: false });
      await db.open();
    }
  }
}

/**
 * Every step names its transaction. Left to itself Dexie would find it by following the awaits, and loses it in
 * async functions that do not wait for the database.
 */
function openTx(tx: Transaction, codec: RowCodec): LocalTx {
  const sealed = (store: StoreName): Table<Sealed | SealedEntry, string | number> => tx.table(store);
  const outbox: Table<SealedEntry, number> = tx.table('outbox');
  // What comes out of a store is what `put` sealed into it, hence the casts to that store's record.
  return {
    get: async <S extends StoreName>(store: S, key: StoreKey<S>) => {
      const found = await sealed(store).get(key);
      return found && (codec.open(found.body) as StoreRecords[S]);
    },
    getMany: async <S extends StoreName>(store: S, keys: readonly StoreKey<S>[]) => {
      const found = await sealed(store).bulkGet([...keys]);
      return found.map((one) => one && (codec.open(one.body) as StoreRecords[S]));
    },
    all: async <S extends StoreName>(store: S) => {
      const found = await sealed(store).toArray();
      return found.map((one) => codec.open(one.body) as StoreRecords[S]);
    },
    touching: async (keys) =>
      (await touching(outbox, keys)).map((one) => codec.open(one.body) as StoreRecords['outbox']),
    entry: async (id) => {
      const found = await outbox.where('id').equals(id).first();
      return found && (codec.open(found.body) as StoreRecords['outbox']);
    },
    put: async (store, records) => {
      await sealed(store).bulkPut(records.map((record) => seal(codec, record)));
    },
    remove: async (store, keys) => {
      await sealed(store).bulkDelete([...keys]);
    },
  };
}

function seal(codec: RowCodec, record: StoreRecords[StoreName]): Sealed | SealedEntry {
  const body = codec.seal(record);
  if ('seq' in record) return { seq: record.seq, id: record.id, ents: record.ents, status: record.status, body };
  return { key: 'key' in record ? record.key : record.id, body };
}

async function touching(outbox: Table<SealedEntry, number>, keys: readonly string[]): Promise<readonly SealedEntry[]> {
  if (keys.length > MANY_KEYS) {
    const wanted = new Set(keys);
    return (await outbox.toArray()).filter((sealed) => sealed.ents.some((key) => wanted.has(key)));
  }
  const found = await outbox
    .where('ents')
    .anyOf([...keys])
    .distinct()
    .toArray();
  return found.toSorted((a, b) => a.seq - b.seq);
}
