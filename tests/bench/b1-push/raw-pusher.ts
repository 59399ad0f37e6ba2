/** The floor and the ceiling: rows put into the same PostgreSQL by hand, with nothing around them. */
import pg from 'pg';
import { asRow, type OpenPusher, type PeerRow, type PushTarget } from './pusher.ts';

type Insert = (client: pg.Client, companyId: string, rows: readonly PeerRow[]) => Promise<unknown>;

const insertValues: Insert = (client, companyId, rows) => {
  const places = rows.map((_, at) => `($${at * 3 + 1}, $${at * 3 + 2}, $${at * 3 + 3}, 1)`);
  const values = rows.flatMap((row) => [companyId, row.id, JSON.stringify(row)]);
  return client.query(`insert into bench_card (company_id, id, doc, ver) values ${places.join()}`, values);
};

const insertJson: Insert = (client, companyId, rows) =>
  client.query(
    `insert into bench_card (company_id, id, doc, ver)
     select $1, (doc->>'id')::uuid, doc, 1 from jsonb_array_elements($2::jsonb) as doc`,
    [companyId, JSON.stringify(rows)],
  );

export const openInsertValues: OpenPusher = (target) => open(target, insertValues);
export const openInsertJson: OpenPusher = (target) => open(target, insertJson);

async function open(target: PushTarget, insert: Insert) {
  const client = new pg.Client({ connectionString: target.databaseUrl });
  await client.connect();
  let rows: PeerRow[] = [];
  return {
    save: async (documents: Parameters<typeof asRow>[0][]) => {
      rows = documents.map((document) => asRow(document, target));
    },
    drain: async () => {
      for (let at = 0; at < rows.length; at += target.batch) {
        await insert(client, target.person.companyId, rows.slice(at, at + target.batch));
      }
    },
    held: async () => rows,
    close: () => client.end(),
  };
}
