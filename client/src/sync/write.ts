import type { StoreKey, StoreName, StoreRecords } from '../store/local-records.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { LocalTx } from '../store/local-store.ts';
import type { SyncPorts } from './ports.ts';

/** Stores that a tab mirrors in memory. */
export const MIRRORED = ['meta', 'view', 'outbox', 'sent'] as const;
export type Mirrored = (typeof MIRRORED)[number];

/** What one committed transaction changed: the new record, or null where it was taken away. */
export type Changes = { readonly [S in Mirrored]: ReadonlyMap<StoreKey<S>, StoreRecords[S] | null> };

export interface Committed {
  readonly rev: number;
  readonly changes: Changes;
}

/** Other tabs hear keys, never contents. */
export interface ChangedElsewhere {
  readonly kind: 'changed';
  readonly rev: number;
  readonly keys: { readonly [S in Mirrored]: readonly StoreKey<S>[] };
}

export type Write = <T>(stores: readonly StoreName[], work: (tx: LocalTx) => Promise<T>) => Promise<T>;

/** The one way to write: counts the transaction, and after the commit tells this tab and the others. */
export function createWrite(
  { store, channel, report }: Pick<SyncPorts, 'store' | 'channel' | 'report'>,
  tell: (done: Committed) => void,
): Write {
  return async (stores, work) => {
    const scope = [...new Set<StoreName>(['meta', ...stores])];
    const { value, done } = await store.tx('rw', scope, async (tx) => {
      const { recorder, changes } = recording(tx);
      const result = await work(recorder);
      const counters = await readMeta(tx, 'counters');
      const rev = counters.rev + 1;
      await writeMeta(tx, 'counters', { ...counters, rev });
      return { value: result, done: { rev, changes } };
    });
    try {
      tell(done);
      channel.post(keysOf(done));
    } catch (surprise) {
      // It is on the disk: whoever fails to listen must not make it look unsaved.
      report(surprise);
    }
    return value;
  };
}

function recording(tx: LocalTx): { recorder: LocalTx; changes: Changes } {
  const changes = { meta: new Map(), view: new Map(), outbox: new Map(), sent: new Map() };
  const note = (store: StoreName, key: string | number, record: unknown) => {
    if (store === 'meta' || store === 'view' || store === 'outbox' || store === 'sent') changes[store].set(key, record);
  };
  const recorder: LocalTx = {
    get: (store, key) => tx.get(store, key),
    getMany: (store, keys) => tx.getMany(store, keys),
    all: (store) => tx.all(store),
    touching: (keys) => tx.touching(keys),
    entry: (id) => tx.entry(id),
    put: (store, records) => {
      for (const record of records) note(store, 'seq' in record ? record.seq : keyOf(record), record);
      return tx.put(store, records);
    },
    remove: (store, keys) => {
      for (const key of keys) note(store, key, null);
      return tx.remove(store, keys);
    },
  };
  return { recorder, changes };
}

function keyOf(record: { readonly key: string } | { readonly id: string }): string {
  return 'key' in record ? record.key : record.id;
}

function keysOf({ rev, changes }: Committed): ChangedElsewhere {
  return {
    kind: 'changed',
    rev,
    keys: {
      meta: [...changes.meta.keys()],
      view: [...changes.view.keys()],
      outbox: [...changes.outbox.keys()],
      sent: [...changes.sent.keys()],
    },
  };
}
