/**
 * A few short texts that must survive a phone that dies this very second. The browser puts localStorage on the disk
 * seconds after it was written; this is on the disk when the promise resolves.
 */
const DATABASE = 'cession-device';
const NOTES = 'notes';

/** `text` null takes the note away. Rejects where the browser forbids storage or has no room. */
export async function keepNote(name: string, text: string | null): Promise<void> {
  if (text === null) await inNotes('readwrite', (notes) => notes.delete(name));
  else await inNotes('readwrite', (notes) => notes.put(text, name));
}

export async function readNote(name: string): Promise<string | null> {
  const found: unknown = await inNotes('readonly', (notes) => notes.get(name));
  return typeof found === 'string' ? found : null;
}

async function inNotes<T>(mode: IDBTransactionMode, work: (notes: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(NOTES, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(NOTES));
      transaction.addEventListener('complete', () => resolve(request.result));
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the note was not kept')));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(NOTES));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the notes do not open')));
  });
}
