import type { DocumentFile } from '@cession/shared/document/document.ts';
import { partCount, partOf } from '@cession/shared/document/file-parts.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type { CessionDb, Sealed } from '../store/db.ts';
import { StorageFailure, type StorageFault } from '../store/local-store.ts';
import { asStorageFailure } from '../store/storage-fault.ts';

/**
 * - `waiting`: has to reach the server; - `safe`: the server has verified every byte;
 * - `refused`: the server will never take it, `code` says why; - `damaged`: this phone's own copy is not whole any more.
 */
export type FileState = 'waiting' | 'safe' | 'refused' | 'damaged';

/** What the phone knows of one file it keeps. */
export interface KeptFile extends DocumentFile {
  readonly state: FileState;
  readonly code: string | null;
  /** Parts the server has, as far as we heard. */
  readonly sent: number;
  /** Device clock, in milliseconds: only ever compared with itself. */
  readonly keptAt: number;
  readonly safeAt: number | null;
}

/** The bytes of photographs and files on this phone, in parts, by their hash. */
export interface FileBox {
  /** On the disk when it resolves. The same bytes again change nothing. */
  keep(file: DocumentFile, bytes: Uint8Array<ArrayBuffer>, nowMs: number): Promise<Result<null, StorageFault>>;
  find(sha256: string): Promise<KeptFile | null>;
  all(): Promise<readonly KeptFile[]>;
  part(sha256: string, n: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The whole, or null where a part of it is gone. */
  bytes(file: DocumentFile): Promise<Uint8Array<ArrayBuffer> | null>;
  note(sha256: string, change: Partial<Omit<KeptFile, 'sha256'>>): Promise<void>;
  drop(sha256: string): Promise<void>;
  /** Called after every change made in this tab. */
  subscribe(changed: () => void): () => void;
}

const boxes = new WeakMap<CessionDb, FileBox>();

/** One per open database, so that screens hear what the uploads note. */
export function fileBoxOf(db: CessionDb): FileBox {
  const box = boxes.get(db) ?? createFileBox(db);
  boxes.set(db, box);
  return box;
}

const PREFIX = 'file ';

function createFileBox(db: CessionDb): FileBox {
  const listeners = new Set<() => void>();
  const tell = <T>(done: T): T => {
    for (const listener of listeners) listener();
    return done;
  };
  return {
    find: async (sha256) => keptIn(await inDb(() => db.files.get(PREFIX + sha256))),
    keep: async (file, bytes, nowMs) => tell(await keepFile(db, file, bytes, nowMs)),
    all: async () => {
      const found = await inDb(() => db.files.where('key').startsWith(PREFIX).toArray());
      return found.flatMap((record) => keptIn(record) ?? []);
    },
    part: async (sha256, n) => (await inDb(() => db.fileParts.get(partKey(sha256, n))))?.bytes ?? null,
    bytes: (file) => readWhole(db, file),
    note: async (sha256, change) => tell(await noteFile(db, sha256, change)),
    drop: async (sha256) => tell(await dropFile(db, sha256)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function keptIn(record: Sealed | undefined): KeptFile | null {
  return (record?.body as KeptFile | undefined) ?? null; // only this file writes records with its prefix
}

async function keepFile(
  db: CessionDb,
  file: DocumentFile,
  bytes: Uint8Array<ArrayBuffer>,
  nowMs: number,
): Promise<Result<null, StorageFault>> {
  const body: KeptFile = { ...file, state: 'waiting', code: null, sent: 0, keptAt: nowMs, safeAt: null };
  const parts = Array.from({ length: partCount(bytes.byteLength) }, (_, n) => ({
    key: partKey(file.sha256, n),
    bytes: partOf(bytes, n),
  }));
  try {
    await inDb(() =>
      db.transaction('rw', [db.files, db.fileParts], async () => {
        const known = keptIn(await db.files.get(PREFIX + file.sha256));
        // What is on its way goes on; what was found damaged gets whole bytes again.
        if (known?.state === 'waiting' || known?.state === 'safe') return;
        await db.fileParts.bulkPut(parts);
        await db.files.put({ key: PREFIX + file.sha256, body });
      }),
    );
    return ok(null);
  } catch (failure) {
    if (failure instanceof StorageFailure) return err(failure.fault);
    throw failure;
  }
}

function noteFile(db: CessionDb, sha256: string, change: Partial<KeptFile>): Promise<void> {
  return inDb(() =>
    db.transaction('rw', [db.files], async () => {
      const kept = keptIn(await db.files.get(PREFIX + sha256));
      if (kept !== null) await db.files.put({ key: PREFIX + sha256, body: { ...kept, ...change } });
    }),
  );
}

function dropFile(db: CessionDb, sha256: string): Promise<void> {
  return inDb(() =>
    db.transaction('rw', [db.files, db.fileParts], async () => {
      await db.fileParts.where('key').startsWith(`${sha256}:`).delete();
      await db.files.delete(PREFIX + sha256);
    }),
  );
}

async function readWhole(db: CessionDb, { sha256, byteLength }: DocumentFile): Promise<Uint8Array<ArrayBuffer> | null> {
  const keys = Array.from({ length: partCount(byteLength) }, (_, n) => partKey(sha256, n));
  const parts = await inDb(() => db.fileParts.bulkGet(keys));
  const whole = new Uint8Array(byteLength);
  let at = 0;
  for (const part of parts) {
    if (part === undefined || at + part.bytes.byteLength > byteLength) return null;
    whole.set(part.bytes, at);
    at += part.bytes.byteLength;
  }
  return at === byteLength ? whole : null;
}

function partKey(sha256: string, n: number): string {
  return `${sha256}:${String(n).padStart(3, '0')}`;
}

async function inDb<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (reason) {
    throw asStorageFailure(reason);
  }
}
