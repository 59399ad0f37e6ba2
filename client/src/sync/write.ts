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

/** `sure` has the last word, when all writes are already on their way: what it throws undoes them. */
export type Write = <T>(
  stores: readonly StoreName[],
  work: (tx: LocalTx) => Promise<T>,
  sure?: () => Promise<void>,
) => Promise<T>;

/** The one way to write: counts the transaction, and after the commit tells this tab and the others. */
export function createWrite(
  { store, channel, report }: Pick<SyncPorts, 'store' | 'channel' | 'report'>,
  tell: (done: Committed) => void,
): Write {
  return async (stores, work, sure) => {
    const scope = [...new Set<StoreName>(['meta', ...stores])];
    const { value, done } = await store.tx('rw', scope, async (tx) => {
      const { recorder, changes, putFacts } = recording(tx);
      const result = await work(recorder);
      const counters = await readMeta(recorder, 'counters');
      const rev = counters.rev + 1;
      await writeMeta(recorder, 'counters', { ...counters, rev });
      await putFacts();
      await sure?.();
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

/** Notes what changes. Small facts are read once and written once, at the end: nearly every write needs some. */
function recording(tx: LocalTx) {
  const changes = { meta: new Map(), view: new Map(), outbox: new Map(), sent: new Map() };
  const note = (store: StoreName, key: string | number, record: unknown) => {
    if (store === 'meta' || store === 'view' || store === 'outbox' || store === 'sent') changes[store].set(key, record);
  };
  const facts = new Map<StoreKey<StoreName>, Promise<unknown>>();
  const recorder: LocalTx = {
    ...tx,
    get: <S extends StoreName>(store: S, key: StoreKey<S>) => {
      if (store !== 'meta') return tx.get(store, key);
      const held = facts.get(key) ?? tx.get(store, key);
      facts.set(key, held);
      return held as Promise<StoreRecords[S] | undefined>; // of the one store kept there
    },
    put: async (store, records) => {
      for (const record of records) {
        const key = 'seq' in record ? record.seq : keyOf(record);
        note(store, key, record);
        if (store === 'meta') facts.set(key, Promise.resolve(record));
      }
      if (store !== 'meta') await tx.put(store, records);
    },
    remove: (store, keys) => {
      for (const key of keys) note(store, key, null);
      return tx.remove(store, keys);
    },
  };
  // Asked for at once, beside whatever the work asks for first; who reads it later hears of a failure.
  recorder.get('meta', 'counters').catch(() => undefined);
  const kept: Changes = changes;
  const putFacts = () =>
    tx.put(
      'meta',
      [...kept.meta.values()].filter((record) => record !== null),
    );
  return { recorder, changes, putFacts };
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
