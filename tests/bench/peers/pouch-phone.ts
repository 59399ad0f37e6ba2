/** PouchDB with its memory storage, sending to a CouchDB-like server. */
import PouchDB from 'pouchdb-core';
import http from 'pouchdb-adapter-http';
import memory from 'pouchdb-adapter-memory';
import replication from 'pouchdb-replication';

export interface PouchRow {
  readonly id: string;
  readonly values: object;
}

PouchDB.plugin(memory).plugin(http).plugin(replication);

export function openPouchPhone(name: string) {
  const local = new PouchDB(name, { adapter: 'memory' });
  return {
    save: async (rows: readonly PouchRow[]) => {
      await local.bulkDocs(rows.map((row) => ({ ...row, _id: row.id })));
    },
    sendAll: async (url: string, batchSize: number) => {
      await local.replicate.to(new PouchDB(url), { batch_size: batchSize, batches_limit: 2 });
    },
    /** Live and with retries, as a phone keeps it running. */
    sendLive: (url: string, batchSize: number) =>
      local.replicate.to(new PouchDB(url), { live: true, retry: true, batch_size: batchSize }),
    all: async () => rowsIn(await local.allDocs({ include_docs: true })),
    close: async () => void (await local.destroy()),
  };
}

/** From an answer to `_all_docs` with the documents in it. */
function rowsIn(answer: { readonly rows: readonly { readonly doc?: unknown }[] }): readonly PouchRow[] {
  return answer.rows.map(({ doc }) => doc as PouchRow); // as they were saved
}
