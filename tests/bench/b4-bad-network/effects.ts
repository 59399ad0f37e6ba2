/** What the server has of a device's documents, asked past every library. */
import type { Stage } from '../b1-push/stage.ts';
import { databaseOf } from './database-of.ts';
import type { PhoneKind } from './phone.ts';

export interface Effects {
  /** Ids of the documents the server holds. */
  readonly there: readonly string[];
  /** Documents that had their effect more than once. */
  readonly twice: number;
}

interface About {
  readonly ids: readonly string[];
  readonly lineUrl: string;
  readonly serverUrl: string;
}

/** A card that exists and was decided once; a peer's row that was written once. */
const QUERIES = {
  ours: `select card.id, (select count(*)::int from mutation
      where mutation.company_id = $1 and state = 'applied' and args->>'cardId' = card.id::text) as effects
    from card where card.company_id = $1 and card.id = any($2)`,
  peers: 'select id, writes as effects from bench_card where company_id = $1 and id = any($2)',
};

export async function effectsOf({ database, person }: Stage, who: PhoneKind, about: About): Promise<Effects> {
  if (who === 'pouchdb') return effectsInPouchdb(about);
  const client = await database.pool.connect();
  try {
    await client.query("select set_config('app.company', $1, false)", [person.companyId]);
    const query = who === 'ours' ? QUERIES.ours : QUERIES.peers;
    const { rows } = await client.query<{ id: string; effects: number }>(query, [person.companyId, about.ids]);
    return { there: rows.map(({ id }) => id), twice: rows.filter(({ effects }) => effects !== 1).length };
  } finally {
    client.release();
  }
}

/** Its revisions make a repeated document the same document; a second revision would be a second effect. */
async function effectsInPouchdb({ lineUrl, serverUrl }: About): Promise<Effects> {
  const answer = await fetch(`${serverUrl}/${databaseOf(lineUrl)}/_all_docs`);
  if (!answer.ok) return { there: [], twice: 0 };
  const { rows } = (await answer.json()) as { rows: readonly { id: string; value: { rev: string } }[] }; // as CouchDB's interface has it
  return { there: rows.map(({ id }) => id), twice: rows.filter(({ value }) => !value.rev.startsWith('1-')).length };
}
