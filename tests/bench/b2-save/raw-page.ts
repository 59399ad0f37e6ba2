/** IndexedDB with nothing around it: the floor. One store, or the card and an outbox entry in two. */
import { serve, type Contender, type Doc } from './contender.ts';

export function rawContender(stores: readonly ['rows'] | readonly ['rows', 'outbox']): Contender {
  let db: IDBDatabase;
  let seq = 0;
  const write = (docs: readonly Doc[], names: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      const tx = db.transaction(names, 'readwrite', { durability: 'strict' });
      tx.addEventListener('complete', () => resolve());
      tx.addEventListener('abort', () => reject(tx.error ?? new Error('aborted')));
      for (const doc of docs) {
        tx.objectStore('rows').put(doc);
        if (names.includes('outbox')) tx.objectStore('outbox').put(entryOf(doc, (seq += 1)));
      }
      tx.commit();
    });
  return {
    open: async () => {
      db = await asked(openDb());
    },
    fill: (docs) => write(docs, ['rows']),
    // There is no such thing here.
    watch: async () => () => 0,
    save: (doc) => write([doc], stores),
    ids: async () => (await asked(db.transaction('rows').objectStore('rows').getAllKeys())).map(String),
  };
}

/** What has to be known later to send a change: about what the real outbox keeps. */
export function entryOf(doc: Doc, seq: number) {
  const ents = [`cards:${doc.id}`];
  return { seq, id: crypto.randomUUID(), ents, status: 'pending', name: 'card.create', args: doc, tries: 0 };
}

function openDb(): IDBOpenDBRequest {
  const request = indexedDB.open('raw', 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('rows', { keyPath: 'id' });
    request.result.createObjectStore('outbox', { keyPath: 'seq' });
  });
  return request;
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });
}

export { serve };
