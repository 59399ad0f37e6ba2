import type { Table, Transaction } from 'dexie';
import type { CessionDb, KeptKey, Sealed } from '../../store/db.ts';
import { plainCodec, type RowCodec } from '../../store/row-codec.ts';
import { asStorageFailure, storageFault } from '../../store/storage-fault.ts';

/** What a transaction over the evidence may do. Its promises are the only ones that may be awaited inside. */
export interface EvidenceTx {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** Values whose key begins so, in key order. */
  all(prefix: string): Promise<readonly unknown[]>;
  removeAll(prefix: string): Promise<void>;
}

/**
 * Keys and evidence of one person on this device. All or nothing; when `tx` resolves, an 'rw' is on the disk
 * (strict durability). Rejects with StorageFailure, and then nothing of it happened.
 */
export interface EvidenceStore {
  tx<T>(mode: 'r' | 'rw', work: (tx: EvidenceTx) => Promise<T>): Promise<T>;
  /** Keys lie in a store of their own and are read by their name alone: WebKit loses rows with keys to any index. */
  key(name: string): Promise<CryptoKeyPair | null>;
  /** Rejects with the browser's DataCloneError where it does not keep keys (Safari in lockdown or private mode). */
  keepKey(name: string, pair: CryptoKeyPair): Promise<void>;
}

const MOST_TRIES = 3;

export function createEvidenceStore(db: CessionDb, codec: RowCodec = plainCodec): EvidenceStore {
  const evidence = (tx: Transaction): Table<Sealed, string> => tx.table('evidence');
  const keys = (tx: Transaction): Table<KeptKey, string> => tx.table('keys');
  return {
    tx: (mode, work) =>
      withReopen(db, () => db.transaction(mode, ['evidence'], (tx) => work(openTx(evidence(tx), codec)))),
    key: (name) =>
      withReopen(db, () => db.transaction('r', ['keys'], (tx) => keys(tx).get(name))).then(
        (found) => found?.pair ?? null,
      ),
    keepKey: (name, pair) => db.transaction('rw', ['keys'], (tx) => keys(tx).put({ name, pair })).then(() => undefined),
  };
}

function openTx(evidence: Table<Sealed, string>, codec: RowCodec): EvidenceTx {
  const from = (prefix: string) => evidence.where('key').startsWith(prefix);
  return {
    get: async (key) => {
      const found = await evidence.get(key);
      return found && codec.open(found.body);
    },
    put: async (key, value) => {
      await evidence.put({ key, body: codec.seal(value) });
    },
    remove: async (key) => {
      await evidence.delete(key);
    },
    all: async (prefix) => (await from(prefix).toArray()).map(({ body }) => codec.open(body)),
    removeAll: async (prefix) => {
      await from(prefix).delete();
    },
  };
}

/** iOS drops the connection under a sleeping app. What failed did not happen, so it may be done again. */
async function withReopen<T>(db: CessionDb, attempt: () => PromiseLike<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (reason) {
      if (storageFault(reason) !== 'closed' || tries >= MOST_TRIES || db.hasBeenClosed())
        throw asStorageFailure(reason);
      db.close({ disableAutoOpen: false });
      await db.open();
    }
  }
}
