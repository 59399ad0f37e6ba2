/** PouchDB 9 on its `idb` adapter: `put` resolves when the transaction with the document and its revision is complete. */
import PouchDB from 'pouchdb-browser';
import { serve, type Doc } from '../b2-save/contender.ts';

let db: PouchDB<Doc>;

serve({
  open: async () => {
    db = new PouchDB<Doc>('pouchdb', { auto_compaction: false });
    await db.info();
  },
  fill: async (docs) => void (await db.bulkDocs(docs.map((doc) => ({ ...doc, _id: doc.id })))),
  watch: async () => {
    let heard = 0;
    db.changes({ live: true, since: 'now', include_docs: true }).on('change', () => (heard += 1));
    return () => heard;
  },
  save: async (doc) => void (await db.put({ ...doc, _id: doc.id })),
  ids: async () => (await db.allDocs()).rows.map((row) => row.id),
});
