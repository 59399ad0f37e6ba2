import 'fake-indexeddb/auto';
import { openRxdb, type RxdbStorage } from '@cession/bench-peers/rxdb-phone.ts';
import { asRow, type OpenPusher, type PushTarget } from './pusher.ts';

export const openRxdbMemory: OpenPusher = (target) => open(target, 'memory');
export const openRxdbDexie: OpenPusher = (target) => open(target, 'dexie');

async function open(target: PushTarget, storage: RxdbStorage) {
  const phone = await openRxdb(storage);
  return {
    save: (documents: Parameters<typeof asRow>[0][]) =>
      phone.save(documents.map((document) => asRow(document, target))),
    drain: () => phone.sendAll({ url: `${target.url}/peers/rxdb`, headers: { cookie: target.cookie } }, target.batch),
    held: () => phone.all(),
    close: () => phone.close(),
  };
}
