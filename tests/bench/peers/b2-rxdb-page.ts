/** RxDB 17 on its Dexie storage: `insert` resolves when the storage has written. It keeps no outbox, only replication state. */
import { addRxPlugin, createRxDatabase, type RxCollection } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { RxDBQueryBuilderPlugin } from 'rxdb/plugins/query-builder';
import { serve, type Doc } from '../b2-save/contender.ts';

addRxPlugin(RxDBQueryBuilderPlugin);
let cards: RxCollection<Doc>;

serve({
  open: async () => {
    const db = await createRxDatabase({ name: 'rxdb', storage: getRxStorageDexie(), multiInstance: false });
    const added = await db.addCollections<{ cards: RxCollection<Doc> }>({ cards: { schema } });
    cards = added.cards;
  },
  fill: async (docs) => void (await cards.bulkInsert([...docs])),
  watch: async () => {
    let heard = 0;
    cards
      .find({ selector: { status: 'draft' }, sort: [{ changedAt: 'desc' }], limit: 12 })
      .$.subscribe(() => (heard += 1));
    await new Promise((resolve) => setTimeout(resolve, 500));
    return () => heard;
  },
  save: async (doc) => void (await cards.insert(doc)),
  ids: async () => (await cards.find().exec()).map((doc) => doc.id),
});

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 36 },
    status: { type: 'string', maxLength: 20 },
    changedAt: { type: 'string', maxLength: 30 },
    values: { type: 'object', additionalProperties: true },
  },
  required: ['id', 'status', 'changedAt', 'values'],
  indexes: [['status', 'changedAt']],
} as const;
