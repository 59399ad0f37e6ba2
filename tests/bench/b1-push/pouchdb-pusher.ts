import { randomUUID } from 'node:crypto';
import { openPouchPhone } from '@cession/bench-peers/pouch-phone.ts';
import { asRow, type OpenPusher } from './pusher.ts';

export const openPouchdb: OpenPusher = async (target) => {
  const phone = openPouchPhone(`phone-${randomUUID()}`);
  return {
    save: (documents) => phone.save(documents.map((document) => asRow(document, target))),
    drain: () => phone.sendAll(`${target.url}/cards`, target.batch),
    held: () => phone.all(),
    close: () => phone.close(),
  };
};
