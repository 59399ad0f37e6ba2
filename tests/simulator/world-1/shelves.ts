import type { OutboxEntry, StoreKey, StoreName, StoreRecords } from '@cession/client/store/local-records.ts';
import { StorageFailure, type LocalTx } from '@cession/client/store/local-store.ts';

type Shelf = ReadonlyMap<string | number, unknown>;
type Overlay = Map<string | number, unknown>;
/** Everything committed. Never changed in place: a commit makes new shelves for what it touched and keeps the rest. */
export type Shelves = Readonly<Record<StoreName, Shelf>>;

export const STORE_NAMES: readonly StoreName[] = ['meta', 'confirmed', 'view', 'outbox', 'receipts', 'sent', 'drafts'];

const GONE = Symbol('gone');
const NOTHING: Shelf = new Map();

export function emptyShelves(): Shelves {
  // one shelf per name of STORE_NAMES, which lists every StoreName
  return Object.fromEntries(STORE_NAMES.map((name) => [name, NOTHING])) as Shelves;
}

/** A transaction over committed shelves: what it writes lies on top until `committed` makes it so. */
export interface OpenTx {
  readonly tx: LocalTx;
  committed(): Shelves;
  hasWritten(): boolean;
}

/** `alive` is awaited before every request, so that a dead phone's transaction stops where it is. */
export function openTx(
  base: Shelves,
  mode: 'r' | 'rw',
  stores: readonly StoreName[],
  alive: () => Promise<void>,
): OpenTx {
  const overlays = new Map<StoreName, Overlay>();
  const { look, all } = reading(base, overlays, stores);
  const writable = (store: StoreName): Overlay => {
    if (mode === 'r' || !stores.includes(store)) throw new Error(`this transaction cannot write ${store}`);
    const overlay = overlays.get(store) ?? new Map();
    overlays.set(store, overlay);
    return overlay;
  };
  const put = <S extends StoreName>(store: S, records: readonly StoreRecords[S][]) => {
    const overlay = writable(store);
    for (const record of records) {
      if (isEntry(record)) {
        refuseTwins(overlay.values(), record);
        refuseTwins(base.outbox.values(), record, overlay);
      }
      overlay.set(keyOf(record), frozen(record));
    }
  };
  const tx: LocalTx = {
    get: (store, key) => alive().then(() => look(store, key)),
    getMany: (store, keys) => alive().then(() => keys.map((key) => look(store, key))),
    all: (store) => alive().then(() => all(store)),
    touching: (keys) =>
      alive().then(() => all('outbox').filter((entry) => entry.ents.some((key) => keys.includes(key)))),
    entry: (id) => alive().then(() => all('outbox').find((entry) => entry.id === id)),
    put: (store, records) => alive().then(() => put(store, records)),
    remove: (store, keys) => alive().then(() => keys.forEach((key) => writable(store).set(key, GONE))),
  };
  return { tx, hasWritten: () => overlays.size > 0, committed: () => settled(base, overlays) };
}

/** What comes off a shelf is what `put` laid there, hence the casts. */
function reading(base: Shelves, overlays: ReadonlyMap<StoreName, Overlay>, stores: readonly StoreName[]) {
  const within = (store: StoreName) => {
    if (!stores.includes(store)) throw new Error(`${store} is not part of this transaction`);
  };
  return {
    look: <S extends StoreName>(store: S, key: StoreKey<S>) => {
      within(store);
      const found = overlays.get(store)?.get(key) ?? base[store].get(key);
      return (found === GONE ? undefined : found) as StoreRecords[S] | undefined;
    },
    all: <S extends StoreName>(store: S) => {
      within(store);
      const overlay = overlays.get(store);
      return inOrder(overlay ? merged(base[store], overlay) : base[store]) as readonly StoreRecords[S][];
    },
  };
}

function settled(base: Shelves, overlays: ReadonlyMap<StoreName, Overlay>): Shelves {
  const shelves = { ...base };
  for (const [store, overlay] of overlays) shelves[store] = merged(base[store], overlay);
  return shelves;
}

const ordered = new WeakMap<Shelf, readonly unknown[]>();

/** The records of a shelf in key order; asked often of shelves that change seldom. */
export function inOrder(shelf: Shelf): readonly unknown[] {
  const known = ordered.get(shelf);
  if (known) return known;
  const records = [...shelf.values()];
  ordered.set(shelf, records);
  return records;
}

/** In key order, as the shelf is: put in order anew only where something comes to stand between two others. */
function merged(shelf: Shelf, overlay: Overlay): Shelf {
  const next = new Map(shelf);
  let last = lastKey(shelf);
  let isOrdered = true;
  for (const [key, record] of overlay) {
    if (record === GONE) {
      next.delete(key);
      continue;
    }
    if (!next.has(key)) {
      isOrdered &&= last === undefined || last < key;
      last = key;
    }
    next.set(key, record);
  }
  return isOrdered ? next : new Map([...next].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function lastKey(shelf: Shelf): string | number | undefined {
  return shelf.size === 0 ? undefined : [...shelf.keys()].at(-1);
}

function isEntry(record: StoreRecords[StoreName]): record is OutboxEntry {
  return 'seq' in record;
}

/** Those of `held` that are replaced or gone do not count. */
function refuseTwins(held: Iterable<unknown>, added: OutboxEntry, replaced?: Overlay): void {
  for (const record of held) {
    if (record === GONE) continue;
    const other = record as OutboxEntry; // what lies on this shelf
    if (other.id !== added.id || other.seq === added.seq || replaced?.has(other.seq) === true) continue;
    throw new StorageFailure('broken', 'two entries with one id');
  }
}

function keyOf(record: StoreRecords[StoreName]): string | number {
  if ('seq' in record) return record.seq;
  return 'key' in record ? record.key : record.id;
}

/** A real disk keeps a copy; here nobody may change what was handed over. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
}
