import 'fake-indexeddb/auto';
import { openTanstackPhone } from '@cession/bench-peers/tanstack-phone.ts';
import { asRow, type OpenPusher } from './pusher.ts';

export const openTanstack: OpenPusher = async (target) => {
  const phone = await openTanstackPhone({ url: `${target.url}/peers/tanstack`, headers: { cookie: target.cookie } });
  return {
    save: async (documents) => {
      for (let at = 0; at < documents.length; at += target.batch) {
        await phone.save(documents.slice(at, at + target.batch).map((document) => asRow(document, target)));
      }
    },
    drain: () => phone.goOnline(),
    held: async () => phone.all(),
    close: () => phone.close(),
  };
};
