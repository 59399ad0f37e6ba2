/** A phone's database, handled past the code under test. */
import { createHash } from 'node:crypto';
import { defineDb, type CessionDb } from '@cession/client/store/db.ts';
import type { KeptFile } from '@cession/client/document/file-box.ts';
import { createDexieStore } from '@cession/client/store/dexie-store.ts';
import type { LocalStore } from '@cession/client/store/local-store.ts';
import { plainCodec } from '@cession/client/store/row-codec.ts';
import type { StoreName } from '@cession/client/store/local-records.ts';
import type { Disk } from '../world.ts';

const STORES: readonly StoreName[] = ['meta', 'confirmed', 'view', 'outbox', 'receipts', 'sent', 'drafts'];

export async function readDisk(dbName: string): Promise<Disk> {
  const stores = await readAll(dbName, [...STORES, 'files', 'fileParts']);
  const bodies = (name: string) => (stores.get(name) ?? []).map((record) => (record as { body: unknown }).body); // each is sealed
  const parts = (stores.get('fileParts') ?? []) as readonly { key: string; bytes: Uint8Array }[];
  const files = (bodies('files') as readonly KeptFile[]).map(({ sha256, state }) => ({
    ...{ sha256, state },
    isWhole: hashOf(parts.filter(({ key }) => key.startsWith(`${sha256}:`)).map(({ bytes }) => bytes)) === sha256,
  }));
  // what the codec that seals nothing has put into these stores
  return { ...Object.fromEntries(STORES.map((name) => [name, bodies(name)])), files } as unknown as Disk;
}

function hashOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** All of these stores as they were at one moment, in key order. */
async function readAll(dbName: string, names: readonly string[]): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const db = await opened(dbName);
  try {
    const reading = db.backendDB().transaction([...names], 'readonly');
    const asked = names.map(async (name) => [name, await answered(reading.objectStore(name).getAll())] as const);
    return new Map(await Promise.all(asked));
  } finally {
    db.close();
  }
}

function answered(request: IDBRequest<unknown[]>): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the disk was not read')));
  });
}

/** As after a backup of one phone was restored on another. */
export async function copyDisk(from: string, to: string): Promise<void> {
  const names = defineDb(from).tables.map(({ name }) => name);
  const stores = await readAll(from, names);
  const db = await opened(to);
  for (const [name, records] of stores) await db.table(name).bulkPut([...records]);
  db.close();
}

/** With nobody's tab around it. */
export function openPlainDisk(dbName: string): LocalStore {
  return createDexieStore(defineDb(dbName), plainCodec);
}

export function deleteDisk(dbName: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(dbName);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => resolve());
    request.addEventListener('blocked', () => resolve());
  });
}

async function opened(dbName: string): Promise<CessionDb> {
  const db = defineDb(dbName);
  await db.open();
  return db;
}
