/** Our own database with nothing of the spine: the card and an outbox entry, put by Dexie in one strict transaction. */
import { defineDb } from '../../../client/src/store/db.ts';
import { serve, type Doc } from './contender.ts';
import { entryOf } from './raw-page.ts';

const db = defineDb('dexie');
let seq = 0;

serve({
  open: async () => void (await db.open()),
  fill: async (docs) => void (await db.view.bulkPut(docs.map(sealed))),
  // The app holds its rows in memory instead of asking Dexie again and again.
  watch: async () => () => 0,
  save: async (doc) => {
    const { id, ents, status, ...body } = entryOf(doc, (seq += 1));
    await db.transaction('rw', db.view, db.outbox, async () => {
      await db.view.put(sealed(doc));
      await db.outbox.put({ seq: body.seq, id, ents, status, body });
    });
  },
  ids: async () => (await db.view.toCollection().primaryKeys()).map((key) => key.slice('cards:'.length)),
});

function sealed(doc: Doc) {
  return { key: `cards:${doc.id}`, body: doc };
}
