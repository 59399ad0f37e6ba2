import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { browserEnv } from '@cession/client/device/browser-env.ts';
import { createOnline } from '@cession/client/device/online.ts';
import type { Online } from '@cession/client/device/ports.ts';
import { timer } from '@cession/client/device/timer.ts';
import { defineDb } from '@cession/client/store/db.ts';
import { createDexieStore } from '@cession/client/store/dexie-store.ts';
import { isWaiting } from '@cession/client/store/local-records.ts';
import type { LocalStore } from '@cession/client/store/local-store.ts';
import { plainCodec } from '@cession/client/store/row-codec.ts';
import { createHttpTransport } from '@cession/client/sync/http-transport.ts';
import type { SyncPorts } from '@cession/client/sync/ports.ts';
import { openSync } from '@cession/client/sync/start-sync.ts';
import { createCard } from '@cession/shared/card/create-card.ts';
import type { Card, CardId } from '@cession/shared/card/card.ts';
import { mutators } from '@cession/shared/mutators.ts';
import { phoneTables } from '@cession/shared/synced-tables.ts';
import type { PushTarget } from '../b1-push/pusher.ts';
import type { OpenPhone } from './phone.ts';

export const openOurPhone: OpenPhone = async (target) => {
  const db = defineDb(`bench-${randomUUID()}`);
  const radio = createRadio(`${target.url}/healthz`);
  const ports = portsOf(target, createDexieStore(db, plainCodec), radio);
  const sync = await openSync({ profile: target.person, mutators: [...mutators.values()], tables: phoneTables, ports });
  const syncNow = () => void sync.trigger('manual').catch((surprise: unknown) => console.error(surprise));
  return {
    save: async (documents) => {
      for (const { id, jurisdiction, values } of documents) {
        const saved = await sync.perform(createCard, { cardId: id as CardId, jurisdiction, changes: values }); // a UUID made by the generator
        if (!saved.ok) throw new Error(`the phone did not take it: ${JSON.stringify(saved.error)}`);
      }
    },
    start: async () => {
      radio.switchOn();
      syncNow();
    },
    hearOnline: async () => radio.comeBack(),
    hearSignedIn: async () => syncNow(),
    state: async () => ({
      shown: (sync.mirror.rows('cards') as readonly Card[]).map(({ id }) => id), // rows of this table are cards
      waiting: sync.mirror.outbox().filter((entry) => isWaiting(entry)).length,
      isSettled: sync.mirror.outbox().every((entry) => !isWaiting(entry)),
      givenUp: sync.mirror.outbox().filter(({ status }) => status === 'rejected' || status === 'quarantined').length,
      says: sync.mirror.meta('link'),
    }),
    close: async () => {
      await sync.close();
      await db.delete();
    },
  };
};

/** Off until it is switched on, so that everything can be saved first. */
function createRadio(healthUrl: string) {
  const { probe } = createOnline(timer, fetch, healthUrl);
  let hear = (): void => undefined;
  let isOn = false;
  const online: Online = {
    probe: async () => (isOn ? probe() : 'unreachable'),
    watch: (back) => {
      hear = back;
      return () => undefined;
    },
  };
  return { online, comeBack: () => hear(), switchOn: () => void (isOn = true) };
}

function portsOf({ url, cookie }: PushTarget, store: LocalStore, { online }: { online: Online }): SyncPorts {
  const fetchIt = (input: string, init: RequestInit) =>
    fetch(input, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), cookie } });
  return {
    ...{ env: browserEnv, timer, locks: null, store, online, appVersion: 'bench' },
    transport: createHttpTransport(timer, fetchIt, `${url}/trpc`),
    channel: { post: () => undefined, listen: () => () => undefined, close: () => undefined },
    life: { isVisible: () => true, watch: () => () => undefined },
    report: (surprise) => console.error(surprise),
  };
}
