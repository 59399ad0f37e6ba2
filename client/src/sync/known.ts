import type { OutboxEntry } from '../store/local-records.ts';
import type { LocalTx } from '../store/local-store.ts';
import { findMeta, readMeta, type Meta } from './meta.ts';
import type { Mirror } from './mirror.ts';

/** What a new mutation is decided on, from the disk or from memory. */
export interface Known {
  rows(keys: readonly string[]): Promise<readonly unknown[]>;
  touching(keys: readonly string[]): Promise<readonly OutboxEntry[]>;
  device(): Promise<Meta['device'] | undefined>;
  counters(): Promise<Meta['counters']>;
}

export function onDisk(tx: LocalTx): Known {
  return {
    rows: async (keys) => (await tx.getMany('view', keys)).map((found) => found?.row ?? null),
    touching: (keys) => tx.touching(keys),
    device: () => findMeta(tx, 'device'),
    counters: () => readMeta(tx, 'counters'),
  };
}

/**
 * What the mirror holds, so that writes set out without waiting for a read. `look` asks the disk meanwhile, and `sure`
 * throws where another tab wrote what this one has not heard of.
 */
export function inMemory(mirror: Mirror): Known & { look(tx: LocalTx): void; sure(): Promise<void> } {
  const upTo = mirror.upTo();
  const counters = mirror.meta('counters');
  let now: Promise<Meta['counters']> | null = null;
  return {
    rows: async (keys) => keys.map((key) => mirror.row(key)),
    touching: async (keys) => mirror.touching(keys),
    device: async () => mirror.find('device') ?? undefined,
    counters: async () => counters,
    look: (tx) => {
      now = readMeta(tx, 'counters');
      now.catch(() => undefined);
    },
    sure: async () => {
      if (upTo === null || counters.rev !== upTo || (await now)?.rev !== upTo)
        throw new Error('memory is behind the disk');
    },
  };
}
