/** The CouchDB side of PouchDB: copies of the rows, put there before anything is measured. */
import type { Client } from 'pg';
import type { Row } from './peer.ts';

export interface CouchCopy {
  readonly url: string;
  /** Copies what is new in PostgreSQL since the last time. */
  renew(): Promise<void>;
}

const AT_ONCE = 1000;

export function openCouchCopy(sql: Client, server: string): CouchCopy {
  const url = `${server}/cards`;
  const revisions = new Map<string, string>();
  let seen = 0;
  const put = async (rows: readonly Row[]): Promise<void> => {
    const docs = rows.map((row) => ({ ...row, _id: row.id, _rev: revisions.get(row.id) }));
    const answer = await fetch(`${url}/_bulk_docs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ docs }),
    });
    const kept = (await answer.json()) as readonly { readonly id: string; readonly rev?: string }[]; // as CouchDB has it
    for (const { id, rev } of kept) {
      if (rev === undefined) throw new Error(`the copy of ${id} was refused`);
      revisions.set(id, rev);
    }
  };
  return {
    url,
    renew: async () => {
      if (seen === 0) await fetch(url, { method: 'PUT' });
      const { rows } = await sql.query<Omit<Row, 'ver'> & { ver: string }>(
        `select id, row_ver as ver, status, to_json(changed_at)#>>'{}' as "changedAt", "values"
         from card where deleted_at is null and row_ver > $1 order by row_ver, id`,
        [seen],
      );
      const fresh = rows.map((row) => ({ ...row, ver: Number(row.ver) }));
      for (let at = 0; at < fresh.length; at += AT_ONCE) await put(fresh.slice(at, at + AT_ONCE));
      seen = fresh.at(-1)?.ver ?? seen;
    },
  };
}
