/**
 * A phone's storage in plain maps: what our spine costs when the storage costs nothing, beside peers whose rows lie in
 * memory. Records are never changed in place by the spine, so none is copied.
 */
import type { OutboxEntry, StoreKey, StoreName, StoreRecords } from '@cession/client/store/local-records.ts';
import type { KeyPart, LocalStore, LocalTx } from '@cession/client/store/local-store.ts';

type Key = string | number;

interface Shelves {
  of(store: StoreName): Map<Key, unknown>;
  readonly seqs: Map<string, number>;
}

export function createMapStore(): LocalStore {
  const shelves = createShelves();
  let last: Promise<unknown> = Promise.resolve();
  const run = async <T>(work: (tx: LocalTx) => Promise<T>): Promise<T> => {
    const undo: (() => void)[] = [];
    try {
      return await work(transaction(shelves, undo));
    } catch (error) {
      for (const back of undo.toReversed()) back();
      throw error;
    }
  };
  return {
    tx: (_mode, _stores, work) => {
      const mine = last.then(() => run(work));
      last = mine.catch(() => undefined);
      return mine;
    },
    close: () => undefined,
  };
}

function createShelves(): Shelves {
  const shelves = new Map<StoreName, Map<Key, unknown>>();
  return {
    seqs: new Map(),
    of: (store) => {
      const known = shelves.get(store) ?? new Map<Key, unknown>();
      shelves.set(store, known);
      return known;
    },
  };
}

function transaction({ of, seqs }: Shelves, undo: (() => void)[]): LocalTx {
  // What comes off a shelf is what `put` laid there, hence the casts to that store's record.
  const look = <S extends StoreName>(store: S, key: StoreKey<S>) => of(store).get(key) as StoreRecords[S] | undefined;
  const entries = (): OutboxEntry[] => [...of('outbox').values()] as OutboxEntry[];
  const change = (store: StoreName, key: Key, record: unknown): void => {
    const [shelf, before] = [of(store), of(store).get(key)];
    undo.push(() => void (before === undefined ? shelf.delete(key) : shelf.set(key, before)));
    if (record === null) shelf.delete(key);
    else shelf.set(key, record);
  };
  return {
    get: async (store, key) => look(store, key),
    getMany: async (store, keys) => keys.map((key) => look(store, key)),
    all: async <S extends StoreName>(store: S, part: KeyPart = {}) =>
      within(of(store), part).map(([, record]) => record as StoreRecords[S]),
    touching: async (keys) => entries().filter(({ ents }) => ents.some((key) => keys.includes(key))),
    entry: async (id) => {
      const found = look('outbox', seqs.get(id) ?? -1);
      return found?.id === id ? found : undefined;
    },
    put: async (store, records) => {
      for (const record of records) {
        if ('seq' in record) seqs.set(record.id, record.seq);
        change(store, 'seq' in record ? record.seq : 'key' in record ? record.key : record.id, record);
      }
    },
    remove: async (store, keys) => {
      for (const key of keys) change(store, key, null);
    },
  };
}

/** In key order. */
function within(shelf: ReadonlyMap<Key, unknown>, { from, below, most }: KeyPart) {
  return [...shelf]
    .filter(([key]) => (from === undefined || key >= from) && (below === undefined || key < below))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, most);
}
