/** The peers' devices, each set up as its documentation says for a server of one's own. */
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { openPouchPhone } from '@cession/bench-peers/pouch-phone.ts';
import { openRxdb, type RxdbLive } from '@cession/bench-peers/rxdb-phone.ts';
import { openTanstackPhone } from '@cession/bench-peers/tanstack-phone.ts';
import { asRow } from '../b1-push/pusher.ts';
import { databaseOf } from './database-of.ts';
import type { OpenPhone } from './phone.ts';

const BATCH = 50;

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id);
}

export const openRxdbPhone: OpenPhone = async (target) => {
  const phone = await openRxdb('memory');
  let live: RxdbLive | null = null;
  return {
    save: (documents) => phone.save(documents.map((document) => asRow(document, target))),
    start: async () => {
      live = phone.sendLive({ url: `${target.url}/peers/rxdb`, headers: { cookie: target.cookie } }, BATCH);
    },
    hearOnline: async () => live?.reSync(),
    hearSignedIn: async () => live?.reSync(),
    state: async () => ({
      shown: idsOf(await phone.all()),
      waiting: null,
      isSettled: (await live?.isInSync()) ?? false,
      givenUp: 0,
      says: live?.says() ?? 'not started',
    }),
    close: async () => {
      await live?.stop();
      await phone.close();
    },
  };
};

export const openPouchdbPhone: OpenPhone = async (target) => {
  const phone = openPouchPhone(`phone-${randomUUID()}`);
  let says = 'not started';
  let stop = (): void => undefined;
  const url = `${target.url}/${databaseOf(target.url)}`;
  const send = (): void => {
    says = 'active';
    const replication = phone.sendLive(url, BATCH);
    stop = () => replication.cancel();
    const told = replication
      .on('paused', (about) => (says = about === undefined ? 'paused' : 'paused, with an error'))
      .on('active', () => (says = 'active'))
      .on('denied', () => (says = 'denied'))
      .on('error', () => (says = 'ended with an error'));
    // Also said by the event above.
    told.catch(() => undefined);
  };
  return {
    save: (documents) => phone.save(documents.map((document) => asRow(document, target))),
    start: async () => send(),
    // It does not listen to the radio; what it does after an error that ended it is the app's business.
    hearOnline: async () => (says === 'ended with an error' ? send() : undefined),
    hearSignedIn: async () => (says === 'ended with an error' ? send() : undefined),
    state: async () => ({
      shown: idsOf(await phone.all()),
      ...{ waiting: null, isSettled: says === 'paused', givenUp: 0, says },
    }),
    close: async () => {
      stop();
      await phone.close();
    },
  };
};

export const openTanstack: OpenPhone = (target) => openOffline(target, (status) => new Error(`HTTP ${status}`));

/** By somebody who has read its source: a message with 400, 401, 403 or 422 in it makes it give the save up. */
export const openTanstackCareful: OpenPhone = (target) => openOffline(target, () => new Error('not taken'));

async function openOffline(target: Parameters<OpenPhone>[0], errorFor: (status: number) => Error) {
  const door = { url: `${target.url}/peers/tanstack`, headers: { cookie: target.cookie } };
  const phone = await openTanstackPhone(door, { errorFor });
  return {
    save: async (documents: Parameters<typeof asRow>[0][]) => {
      for (const document of documents) await phone.save([asRow(document, target)]);
    },
    start: async () => phone.turn(true),
    hearOnline: async () => phone.turn(true),
    hearSignedIn: async () => phone.turn(true),
    state: async () => ({
      shown: idsOf(phone.all()),
      waiting: phone.waiting(),
      isSettled: phone.waiting() === 0,
      givenUp: phone.failures().length,
      says: phone.failures().length > 0 ? 'failed permanently' : 'ok',
    }),
    close: () => phone.close(),
  };
}
