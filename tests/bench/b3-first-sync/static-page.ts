/** The floor: one compressed file with everything, put into IndexedDB as it is. It cannot fetch changes alone. */
import { servePeer, type Row } from './peer.ts';

let db: IDBDatabase;
let from = '';

async function fetchAll(server: string, first: () => void): Promise<void> {
  from = server;
  const rows: Row[] = await (await fetch(`${server}/all`)).json();
  db ??= await opened();
  await new Promise<void>((resolve, reject) => {
    const tx = db.transaction('rows', 'readwrite', { durability: 'strict' });
    tx.addEventListener('complete', () => resolve());
    tx.addEventListener('abort', () => reject(tx.error ?? new Error('aborted')));
    for (const row of rows) tx.objectStore('rows').put(row);
  });
  first();
}

servePeer({
  fetchAll,
  fetchChanges: () => fetchAll(from, () => undefined),
  count: () =>
    new Promise((resolve) => {
      const request = db.transaction('rows').objectStore('rows').count();
      request.addEventListener('success', () => resolve(request.result));
    }),
});

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('static', 1);
    request.addEventListener('upgradeneeded', () => void request.result.createObjectStore('rows', { keyPath: 'id' }));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not open')));
  });
}
