/** RxDB 17 on its Dexie storage with its replication, pulling pages of a thousand by (ver, id). */
import { createRxDatabase, type RxCollection } from 'rxdb';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { servePeer, type Row } from '../b3-first-sync/peer.ts';

interface Checkpoint {
  readonly ver: number;
  readonly id: string;
}

let cards: RxCollection<Row>;
let replication: RxReplicationState<Row, Checkpoint>;

servePeer({
  fetchAll: async (server, first) => {
    const db = await createRxDatabase({ name: 'rxdb', storage: getRxStorageDexie(), multiInstance: false });
    cards = (await db.addCollections<{ cards: RxCollection<Row> }>({ cards: { schema } })).cards;
    const shown = cards.find({ sort: [{ ver: 'asc' }], limit: 12 }).$.subscribe((found) => found.length > 0 && first());
    replication = replicateRxCollection<Row, Checkpoint>({
      collection: cards,
      replicationIdentifier: 'cards',
      live: true,
      pull: { batchSize: 1000, handler: (at, limit) => page(server, at, limit) },
    });
    await replication.awaitInitialReplication();
    shown.unsubscribe();
  },
  fetchChanges: async () => {
    replication.reSync();
    await replication.awaitInSync();
  },
  count: () => cards.count().exec(),
});

async function page(server: string, at: Checkpoint | undefined, limit: number) {
  const after = at === undefined ? '' : `&ver=${at.ver}&id=${at.id}`;
  const rows: readonly (Omit<Row, 'ver'> & { ver: string })[] = await (
    await fetch(`${server}/page?limit=${limit}${after}`)
  ).json();
  const documents = rows.map((row) => ({ ...row, ver: Number(row.ver), _deleted: false }));
  const last = documents.at(-1);
  return { documents, checkpoint: last === undefined ? at : { ver: last.ver, id: last.id } };
}

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 36 },
    ver: { type: 'integer', minimum: 0, maximum: 1_000_000_000, multipleOf: 1 },
    status: { type: 'string', maxLength: 20 },
    changedAt: { type: 'string', maxLength: 40 },
    values: { type: 'object', additionalProperties: true },
  },
  required: ['id', 'ver', 'status', 'changedAt', 'values'],
  indexes: ['ver'],
} as const;
