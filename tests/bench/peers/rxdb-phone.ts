/** RxDB as its documentation sets it up for a server of one's own: a collection and a push handler. */
import { addRxPlugin, createRxDatabase, type RxCollection, type RxJsonSchema, type RxStorage } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { RxDBUpdatePlugin } from 'rxdb/plugins/update';

export type RxdbStorage = 'memory' | 'dexie';

export interface RxdbRow {
  readonly id: string;
  readonly values: object;
}

export interface Door {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Live replication, as a phone keeps it running for days. */
export interface RxdbLive {
  /** Everything was sent and the library knows it. */
  isInSync(): Promise<boolean>;
  /** All the library tells of how it stands. */
  says(): string;
  /** What the documentation names for "the network is back". */
  reSync(): void;
  stop(): Promise<void>;
}

addRxPlugin(RxDBUpdatePlugin);

export async function openRxdb(kind: RxdbStorage) {
  // Both storages fit; their option types differ and are not used.
  const storage = (kind === 'memory' ? getRxStorageMemory() : getRxStorageDexie()) as RxStorage<unknown, unknown>;
  const database = await createRxDatabase({
    name: `bench-${crypto.randomUUID()}`,
    storage,
    multiInstance: false,
    closeDuplicates: true,
  });
  const { cards } = await database.addCollections<{ cards: RxCollection<RxdbRow> }>({ cards: { schema } });
  return {
    save: async (rows: readonly RxdbRow[]) => {
      const { error } = await cards.bulkInsert([...rows]);
      if (error.length > 0) throw new Error(`RxDB did not take ${error.length} rows`);
    },
    sendAll: async (door: Door, batchSize: number) => {
      const replication = replicateTo(cards, door, { batchSize, live: false });
      await replication.awaitInitialReplication();
      await replication.cancel();
    },
    sendLive: (door: Door, batchSize: number): RxdbLive => {
      const replication = replicateTo(cards, door, { batchSize, live: true });
      let errors = 0;
      const listening = replication.error$.subscribe(() => (errors += 1));
      return {
        isInSync: () =>
          Promise.race([replication.awaitInSync(), new Promise<false>((no) => setTimeout(no, 20, false))]),
        says: () => (errors === 0 ? 'no error' : `${errors} errors so far`),
        reSync: () => replication.reSync(),
        stop: async () => {
          listening.unsubscribe();
          await replication.cancel();
        },
      };
    },
    all: async () => (await cards.find().exec()).map((row) => row.toMutableJSON()),
    close: async () => void (await database.close()),
  };
}

function replicateTo(cards: RxCollection<RxdbRow>, door: Door, how: { batchSize: number; live: boolean }) {
  return replicateRxCollection<RxdbRow, unknown>({
    collection: cards,
    replicationIdentifier: `bench-${door.url}`,
    live: how.live,
    waitForLeadership: false,
    push: {
      batchSize: how.batchSize,
      handler: async (rows) => {
        const headers = { ...door.headers, 'content-type': 'application/json' };
        const response = await fetch(door.url, { method: 'POST', headers, body: JSON.stringify(rows) });
        if (!response.ok) throw new Error(`the server answered ${response.status}`);
        return response.json();
      },
    },
  });
}

const text = { type: 'string' } as const;
const list = { type: 'array', items: { type: 'object' } } as const;

const schema: RxJsonSchema<RxdbRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    ...{ id: { type: 'string', maxLength: 36 }, values: { type: 'object' } },
    ...{ ownerId: text, helpers: { type: 'array', items: text }, jurisdiction: text, status: text },
    ...{ revision: { type: 'integer' }, keptApart: list, createdAt: text, changedAt: text },
    ...{
      handoffId: { type: ['string', 'null'] },
      offer: { type: ['object', 'null'] },
      bounced: { type: ['object', 'null'] },
    },
  },
  required: ['id', 'values'],
};
