/** The storage of a phone as an older version of the app left it, laid down again byte for byte. */
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface RecordedIndex {
  readonly name: string;
  readonly keyPath: string;
  readonly unique: boolean;
  readonly multiEntry: boolean;
}
export interface Recording {
  /** The version of the app that wrote it. */
  readonly app: string;
  readonly userId: string;
  readonly companyId: string;
  readonly colleague: string;
  readonly cards: { readonly hungarian: string; readonly russian: string; readonly third: string };
  /** IndexedDB's own number. */
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string;
    readonly indexes: readonly RecordedIndex[];
    readonly records: readonly unknown[];
  }[];
}

/** The people the recording speaks of, as they are called today. */
export interface Cast {
  readonly userId: string;
  readonly companyId: string;
  readonly colleague: string;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Reads a recording for people of this run. People are renamed; everything else keeps its shape but gets ids of its own,
 * so that several phones can come from one recording.
 */
export function readRecording(name: string, cast: Cast): Recording {
  const text = readFileSync(join(import.meta.dirname, 'recorded', `${name}.json`), 'utf8');
  const was = JSON.parse(text) as Recording; // written by the version it names, in this shape
  const renamed = new Map([
    [was.userId, cast.userId],
    [was.companyId, cast.companyId],
    [was.colleague, cast.colleague],
  ]);
  const nameOf = (id: string): string => {
    const known = renamed.get(id) ?? randomUUID();
    renamed.set(id, known);
    return known;
  };
  return JSON.parse(text.replaceAll(ID, nameOf)) as Recording;
}

/** Lays it on the disk under this name, through IndexedDB itself. */
export async function layDown(recording: Recording, name: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const request = indexedDB.open(name, recording.version);
  request.addEventListener('error', () => reject(request.error ?? new Error('not laid down')));
  request.addEventListener('upgradeneeded', () => {
    for (const { name: store, keyPath, indexes, records } of recording.stores) {
      const made = request.result.createObjectStore(store, { keyPath });
      for (const { name: index, keyPath: of, unique, multiEntry } of indexes)
        made.createIndex(index, of, { unique, multiEntry });
      for (const record of records) made.add(record);
    }
  });
  request.addEventListener('success', () => {
    request.result.close();
    resolve();
  });
  return promise;
}
