/**
 * TanStack offline-transactions: collections live in memory, what is kept is the outbox. The durable point is the end
 * of its storage's `set`; `commit` would wait for the server, and the phone has no signal.
 */
import { IndexedDBAdapter, startOfflineExecutor, type OfflineExecutor } from '@tanstack/offline-transactions';
import { createCollection, createLiveQueryCollection, eq, localOnlyCollectionOptions } from '@tanstack/db';
import { serve, type Doc } from '../b2-save/contender.ts';

class Telling extends IndexedDBAdapter {
  kept: () => void = () => undefined;
  override async set(key: string, value: string): Promise<void> {
    await super.set(key, value);
    this.kept();
  }
}

const noSignal = {
  isOnline: () => false,
  subscribe: () => () => undefined,
  notifyOnline: () => undefined,
  dispose: () => undefined,
};
const storage = new Telling();
const cards = createCollection(localOnlyCollectionOptions<Doc, string>({ id: 'cards', getKey: (doc) => doc.id }));
let executor: OfflineExecutor;

serve({
  open: async () => {
    executor = startOfflineExecutor({
      storage,
      onlineDetector: noSignal,
      // The executor's own type asks for properties that a collection may leave out.
      collections: { cards: cards as never },
      mutationFns: { createCard: () => new Promise(() => undefined) },
    });
    await executor.waitForInit();
    await cards.preload();
  },
  fill: async (docs) => void cards.insert([...docs]),
  watch: async () => {
    let heard = 0;
    const top = createLiveQueryCollection((q) =>
      q
        .from({ card: cards })
        .where(({ card }) => eq(card.status, 'draft'))
        .orderBy(({ card }) => card.changedAt, 'desc')
        .limit(12),
    );
    await top.preload();
    top.subscribeChanges(() => (heard += 1));
    return () => heard;
  },
  save: (doc) =>
    new Promise((resolve, reject) => {
      storage.kept = resolve;
      const transaction = executor.createOfflineTransaction({ mutationFnName: 'createCard', autoCommit: false });
      transaction.mutate(() => void cards.insert(doc));
      transaction.commit().catch(reject);
    }),
  ids: async () =>
    (await executor.peekOutbox()).flatMap(({ mutations }) => mutations.map(({ modified }) => String(modified['id']))),
});
