/** Our phone: the real spine over Dexie, with the browser's storage played by fake-indexeddb. */
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { browserEnv } from '@cession/client/device/browser-env.ts';
import { timer } from '@cession/client/device/timer.ts';
import { defineDb } from '@cession/client/store/db.ts';
import { createDexieStore } from '@cession/client/store/dexie-store.ts';
import type { LocalStore } from '@cession/client/store/local-store.ts';
import { plainCodec } from '@cession/client/store/row-codec.ts';
import { createHttpTransport } from '@cession/client/sync/http-transport.ts';
import type { SyncPorts, Transport } from '@cession/client/sync/ports.ts';
import { openSync } from '@cession/client/sync/start-sync.ts';
import { createCard } from '@cession/shared/card/create-card.ts';
import type { Card, CardId } from '@cession/shared/card/card.ts';
import { mutators } from '@cession/shared/mutators.ts';
import { phoneTables } from '@cession/shared/synced-tables.ts';
import { createMapStore } from '../kit/map-store.ts';
import type { OpenPusher, Pusher, PushTarget } from './pusher.ts';

export const openOurs: OpenPusher = async (target) => {
  const db = defineDb(`bench-${randomUUID()}`);
  return open(target, createDexieStore(db, plainCodec), () => db.delete());
};

export const openOursInMemory: OpenPusher = (target) => open(target, createMapStore(), async () => undefined);

async function open(target: PushTarget, store: LocalStore, remove: () => PromiseLike<void>): Promise<Pusher> {
  const line = createLine(target.url, target.cookie);
  const ports: SyncPorts = {
    ...{ env: browserEnv, timer, locks: null, store, transport: line.transport },
    channel: { post: () => undefined, listen: () => () => undefined, close: () => undefined },
    life: { isVisible: () => true, watch: () => () => undefined },
    online: { probe: async () => (line.isOpen() ? 'reachable' : 'unreachable'), watch: () => () => undefined },
    appVersion: 'bench',
    report: (surprise) => console.error(surprise),
    step: (name) => line.passed(name),
  };
  const sync = await openSync({ profile: target.person, mutators: [...mutators.values()], tables: phoneTables, ports });
  return {
    save: async (documents) => {
      for (const { id, jurisdiction, values } of documents) {
        const saved = await sync.perform(createCard, { cardId: id as CardId, jurisdiction, changes: values }); // a UUID made by the generator
        if (!saved.ok) throw new Error(`the phone did not take it: ${JSON.stringify(saved.error)}`);
      }
    },
    drain: async () => {
      const done = line.open(() => sync.mirror.outbox().every(({ status }) => status === 'applied'));
      sync.trigger('manual').catch((surprise: unknown) => console.error(surprise));
      await done;
    },
    held: async () => (sync.mirror.rows('cards') as readonly Card[]).map(({ id, values }) => ({ id, values })), // rows of this table are cards
    close: async () => {
      await sync.close();
      await remove();
    },
  };
}

/** Shut until it is opened; what is pulled afterwards waits for nobody and is not measured. */
function createLine(url: string, cookie: string) {
  let isOpen = false;
  let isDone: () => boolean = () => false;
  const { promise: finished, resolve } = Promise.withResolvers<void>();
  const http = createHttpTransport(
    timer,
    (input, init) => fetch(input, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), cookie } }),
    `${url}/trpc`,
  );
  const shut = { ok: false, error: { kind: 'unreachable', why: 'network' } } as const;
  const transport: Transport = {
    push: async (request) => (isOpen ? http.push(request) : shut),
    pull: async () => shut,
    reconcile: async () => shut,
  };
  return {
    transport,
    isOpen: () => isOpen,
    passed: (step: string) => {
      if (step === 'after-verdicts' && isDone()) resolve();
    },
    open: (done: () => boolean): Promise<void> => {
      isOpen = true;
      isDone = done;
      return finished;
    },
  };
}
