import type { ServerStore, WriteTransaction } from '@cession/server/sync/store.ts';

/** The store with something laid around every transaction that writes. */
export function writing(
  store: ServerStore,
  around: (tx: WriteTransaction, companyId: string) => WriteTransaction,
): ServerStore {
  return { ...store, write: (companyId, work) => store.write(companyId, (tx) => work(around(tx, companyId))) };
}
