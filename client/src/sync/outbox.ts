import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import { isDone, isWaiting, type OutboxEntry } from '../store/local-records.ts';
import type { Mirror } from './mirror.ts';
import { StorageFailure, type LocalStore, type LocalTx, type StorageFault } from '../store/local-store.ts';
import { rebase } from './rebase.ts';
import type { SyncKit } from './replay.ts';
import { refusalOf } from './sync-status.ts';
import type { Write } from './write.ts';

/** One line of the outbox page. */
export interface OutboxItem {
  readonly id: string;
  readonly name: string;
  readonly args: unknown;
  /** Rows it writes, as `table:id`. */
  readonly writes: readonly string[];
  readonly bytes: number;
  readonly tries: number;
  /** The device's clock when the person did it. */
  readonly at: OutboxEntry['at'];
  readonly status: OutboxEntry['status'];
  /** The class of the last failed try: unreachable, busy, sign-in … */
  readonly lastError: string | null;
  readonly refusal: Refusal | null;
  /** On newer rows the rule says no here; the server has not spoken yet. */
  readonly refusedHere: Refusal | null;
  readonly canDiscard: boolean;
}

export type NotDiscarded =
  /** It may have reached the server: only the server's answer can end it. */
  { readonly code: 'outbox.may-be-sent' } | { readonly code: 'outbox.not-stored'; readonly fault: StorageFault };

export interface Outbox {
  items(): readonly OutboxItem[];
  /** Takes it back, with everything that stands on it. The answer restores exactly those entries. */
  discard(id: string): Promise<Result<() => Promise<void>, NotDiscarded>>;
  /** Lets a parked entry travel again. */
  unpark(id: string): Promise<void>;
  /** Everything unconfirmed, as JSON text for a file. */
  exportJson(): Promise<string>;
  canSignOut(): Result<true, { readonly code: 'outbox.not-empty'; readonly count: number }>;
}

export function createOutbox(store: LocalStore, mirror: Mirror, kit: SyncKit, write: Write): Outbox {
  const inOutbox = () => mirror.outbox().filter((entry) => !isDone(entry) && entry.status !== 'discarded');
  return {
    items: () => inOutbox().map((entry) => toItem(entry)),
    discard: async (id) => {
      try {
        const taken = await write(['outbox', 'view', 'confirmed'], (tx) => takeBack(tx, kit, id));
        if (!taken) return err({ code: 'outbox.may-be-sent' });
        return ok(() => write(['outbox', 'view', 'confirmed'], (tx) => putBack(tx, kit, taken)));
      } catch (failure) {
        if (failure instanceof StorageFailure) return err({ code: 'outbox.not-stored', fault: failure.fault });
        throw failure;
      }
    },
    unpark: (id) =>
      write(['outbox'], async (tx) => {
        const entry = await tx.entry(id);
        if (entry) await tx.put('outbox', [{ ...entry, parked: null }]);
      }),
    exportJson: async () => {
      const entries = await store.tx('r', ['outbox'], (tx) => tx.all('outbox'));
      return JSON.stringify({ format: 'cession-outbox', version: 1, entries }, null, 2);
    },
    canSignOut: () => {
      const count = inOutbox().length;
      return count === 0 ? ok(true) : err({ code: 'outbox.not-empty', count });
    },
  };
}

/** Entries taken back in an earlier life of the app; nobody can bring them back any more. */
export async function purgeDiscarded(tx: LocalTx): Promise<void> {
  const gone = (await tx.all('outbox')).filter((entry) => entry.status === 'discarded');
  await tx.remove(
    'outbox',
    gone.map((entry) => entry.seq),
  );
}

function toItem(entry: OutboxEntry): OutboxItem {
  const { id, name, args, writes, bytes, tries, at, status, lastError, refusedHere } = entry;
  const canDiscard = isTakeable(entry);
  return {
    ...{ id, name, args, writes, bytes, tries, at, status, lastError, refusedHere, canDiscard },
    refusal: refusalOf(entry),
  };
}

function isTakeable(entry: OutboxEntry): boolean {
  return (
    entry.parked !== null || entry.status === 'pending' || entry.status === 'rejected' || entry.status === 'quarantined'
  );
}

/** null when it, or something that stands on it, may already be on the server. */
async function takeBack(tx: LocalTx, kit: SyncKit, id: string): Promise<readonly OutboxEntry[] | null> {
  const all = await tx.all('outbox');
  const taken = new Map<string, OutboxEntry>();
  for (const entry of all) {
    const standsOnIt = isWaiting(entry) && entry.deps.some((dep) => taken.has(dep));
    if (entry.id === id || standsOnIt) taken.set(entry.id, entry);
  }
  const entries = [...taken.values()];
  if (entries.length === 0 || !entries.every((entry) => isTakeable(entry))) return null;
  await tx.put(
    'outbox',
    entries.map((entry) => ({ ...entry, status: 'discarded' as const })),
  );
  await rebase(
    tx,
    kit,
    entries.flatMap((entry) => entry.ents),
  );
  return entries;
}

async function putBack(tx: LocalTx, kit: SyncKit, entries: readonly OutboxEntry[]): Promise<void> {
  await tx.put('outbox', entries);
  await rebase(
    tx,
    kit,
    entries.flatMap((entry) => entry.ents),
  );
}
