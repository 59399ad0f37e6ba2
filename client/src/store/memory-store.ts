import type { OutboxEntry, StoreKey, StoreName, StoreRecords } from './local-records.ts';
import { StorageFailure, type LocalStore, type LocalTx, type StorageFault } from './local-store.ts';

type Shelf = Map<string | number, unknown>;
type Shelves = Readonly<Record<StoreName, Shelf>>;

/** A phone's disk in memory, for tests and the simulator: the same promises, plus ways to break them. */
export interface MemoryStore extends LocalStore {
  /** The battery falls out: what is not committed is gone, and this store never answers again. */
  crash(): void;
  /** The disk as the next start of the app finds it. */
  restart(): MemoryStore;
  /** Runs before every step inside a transaction; may crash the store. */
  beforeStep(run: ((name: string) => void) | null): void;
  /** Every write fails like this until told otherwise. */
  failWrites(fault: StorageFault | null): void;
}

const NAMES: readonly StoreName[] = ['meta', 'confirmed', 'view', 'outbox', 'receipts', 'sent', 'drafts'];
const NEVER = new Promise<never>(() => {});

export function createMemoryStore(start: Shelves = emptyShelves()): MemoryStore {
  let committed = start;
  let dead = false;
  let fault: StorageFault | null = null;
  let beforeStep: ((name: string) => void) | null = null;
  let lastWriter: Promise<unknown> = Promise.resolve();

  async function step(name: string): Promise<void> {
    await Promise.resolve();
    if (!dead) beforeStep?.(name);
    if (dead) await NEVER;
  }

  async function run<T>(mode: 'r' | 'rw', stores: readonly StoreName[], work: (tx: LocalTx) => Promise<T>): Promise<T> {
    await step(`begin ${mode}`);
    const own = copyOf(committed);
    const value = await work(openTx(own, mode, new Set(stores), step));
    await step('commit');
    if (mode === 'rw') {
      if (fault) throw new StorageFailure(fault, null);
      committed = own;
    }
    return value;
  }

  const tx: LocalStore['tx'] = (mode, stores, work) => {
    if (mode === 'r') return run(mode, stores, work);
    const mine = lastWriter.then(() => run(mode, stores, work));
    lastWriter = mine.catch(() => undefined);
    return mine;
  };
  return {
    ...{ tx, close: () => undefined, restart: () => createMemoryStore(copyOf(committed)) },
    crash: () => void (dead = true),
    beforeStep: (next) => {
      beforeStep = next;
    },
    failWrites: (next) => {
      fault = next;
    },
  };
}

function openTx(
  shelves: Shelves,
  mode: 'r' | 'rw',
  scope: ReadonlySet<StoreName>,
  step: (name: string) => Promise<void>,
): LocalTx {
  const shelf = (store: StoreName) => {
    if (!scope.has(store)) throw new Error(`${store} is not part of this transaction`);
    return shelves[store];
  };
  const writable = (store: StoreName) => {
    if (mode === 'r') throw new Error('a reading transaction cannot write');
    return shelf(store);
  };
  // What comes off a shelf is what `put` laid there; copies keep callers from changing it in place.
  const all = <S extends StoreName>(store: S) =>
    [...shelf(store)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, record]) => structuredClone(record) as StoreRecords[S]);
  const look = <S extends StoreName>(store: S, key: StoreKey<S>) =>
    structuredClone(shelf(store).get(key)) as StoreRecords[S] | undefined;
  return {
    get: (store, key) => step(`get ${store}`).then(() => look(store, key)),
    getMany: (store, keys) => step(`get ${store}`).then(() => keys.map((key) => look(store, key))),
    all: (store, { from = '', below } = {}) =>
      step(`all ${store}`).then(() => all(store).filter((record) => isWithin(String(keyOf(record)), from, below))),
    touching: (keys) =>
      step('touching').then(() => all('outbox').filter((entry) => entry.ents.some((key) => keys.includes(key)))),
    entry: (id) => step('entry').then(() => all('outbox').find((entry) => entry.id === id)),
    put: (store, records) =>
      step(`put ${store}`).then(() => {
        if (store === 'outbox')
          checkUniqueIds(all('outbox'), records.filter((record) => isEntry(record)) as OutboxEntry[]);
        for (const record of records) writable(store).set(keyOf(record), structuredClone(record));
      }),
    remove: (store, keys) =>
      step(`remove ${store}`).then(() => {
        for (const key of keys) writable(store).delete(key);
      }),
  };
}

function isWithin(key: string, from: string, below: string | undefined): boolean {
  return key >= from && (below === undefined || key < below);
}

function isEntry(record: StoreRecords[StoreName]): record is OutboxEntry {
  return 'seq' in record;
}

function checkUniqueIds(held: readonly OutboxEntry[], added: readonly OutboxEntry[]): void {
  const clash = added.some((entry) => held.some((other) => other.id === entry.id && other.seq !== entry.seq));
  if (clash) throw new StorageFailure('broken', 'two entries with one id');
}

function keyOf(record: StoreRecords[StoreName]): string | number {
  if ('seq' in record) return record.seq;
  return 'key' in record ? record.key : record.id;
}

function emptyShelves(): Shelves {
  return copyOf(null);
}

function copyOf(shelves: Shelves | null): Shelves {
  const entries = NAMES.map((name) => [name, new Map(shelves?.[name])]);
  return Object.fromEntries(entries) as Shelves; // one shelf per name of NAMES, which lists every StoreName
}
