/** Everything in a database of any version, as JSON text, without Dexie and without changing anything. */
export async function exportRaw(name: string): Promise<string> {
  const db = await asked(indexedDB.open(name));
  try {
    const stores: Record<string, unknown> = {};
    for (const store of db.objectStoreNames) {
      // The outbox and drafts cannot come from anywhere else; the caches can.
      if (store === 'confirmed' || store === 'view') continue;
      stores[store] = await asked(db.transaction(store, 'readonly').objectStore(store).getAll());
    }
    return JSON.stringify({ format: 'cession-rescue', version: db.version, stores }, null, 2);
  } finally {
    db.close();
  }
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result), { once: true });
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')), { once: true });
  });
}
