/** PouchDB 9 on its `idb` adapter, replicating from a CouchDB-like server in batches of a thousand. */
import PouchDB from 'pouchdb-browser';
import { servePeer, type Row } from '../b3-first-sync/peer.ts';

const HOW = { batch_size: 1000, batches_limit: 10 };
let db: PouchDB<Row>;
let from = '';

servePeer({
  fetchAll: async (server, first) => {
    from = server;
    db = new PouchDB<Row>('pouchdb');
    const replication = db.replicate.from(from, HOW);
    replication.on('change', first);
    await replication;
  },
  fetchChanges: async () => void (await db.replicate.from(from, HOW)),
  count: async () => (await db.info()).doc_count,
});
