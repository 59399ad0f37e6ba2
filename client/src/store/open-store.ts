import type { Result } from '@cession/shared/kernel/result.ts';
import { err, ok } from '@cession/shared/kernel/result.ts';
import { dbName, defineDb, type CessionDb } from './db.ts';
import { createDexieStore, type DexieStore } from './dexie-store.ts';
import { exportRaw } from './rescue-export.ts';
import { plainCodec, type RowCodec } from './row-codec.ts';

/** The database does not open. Nothing is deleted; what lies in it can be carried out as a file. */
export interface Rescue {
  readonly reason: string;
  exportJson(): Promise<string>;
}

export interface StoreNews {
  /** Another tab runs a newer version and needs this one to let go: reload when nothing is being typed. */
  newerVersion(): void;
  /** Another tab with an older version keeps the upgrade waiting: ask the person to close it. */
  blocked(): void;
}

const TRIES = 3;

export type Opened = Result<DexieStore, Rescue>;

export async function openStore(
  who: { readonly companyId: string; readonly userId: string },
  news: StoreNews,
  codec: RowCodec = plainCodec,
): Promise<Opened> {
  return storeOf(who, news, codec).open();
}

/** The store before it is opened, for those who have something to show already. */
export function storeOf(
  who: { readonly companyId: string; readonly userId: string },
  news: StoreNews,
  codec: RowCodec = plainCodec,
): { readonly store: DexieStore; open(): Promise<Opened> } {
  const name = dbName(who);
  const db = defineDb(name);
  const store = createDexieStore(db, codec);
  db.on('versionchange', () => {
    void whenQuiet(store).then(() => {
      db.close();
      news.newerVersion();
    });
    return false;
  });
  db.on('blocked', () => news.blocked());
  return { store, open: () => open(store, name) };
}

async function open(store: DexieStore, name: string): Promise<Opened> {
  const { db } = store;
  for (let tries = 1; ; tries += 1) {
    try {
      await db.open();
      checkShape(db);
      return ok(store);
    } catch (reason) {
      if (tries < TRIES) continue;
      db.close();
      return err({ reason: String(reason), exportJson: () => exportRaw(name) });
    }
  }
}

/**
 * A newer app may have left a newer version, which Dexie opens as it is. That is fine while stores were only
 * added; where one is missing or keyed otherwise we must not write into it.
 */
function checkShape(db: CessionDb): void {
  const real = db.backendDB();
  const names = db.tables.map((table) => table.name);
  const reading = real.transaction(names, 'readonly');
  for (const { name, schema } of db.tables) {
    if (reading.objectStore(name).keyPath !== schema.primKey.keyPath) throw new Error(`${name} is not as we know it`);
  }
}

/** After the transactions under way have ended: a save that has begun is allowed to end well. */
async function whenQuiet(store: DexieStore): Promise<void> {
  while (store.running() > 0) await store.tx('r', ['meta'], (tx) => tx.get('meta', 'device')).catch(() => undefined);
}
