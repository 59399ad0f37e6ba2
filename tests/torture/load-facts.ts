import type { Client } from 'pg';
import type { Facts } from './check.ts';

const AT_ONCE = 20_000;

/** Temporary tables: `saved`, `queued` (the outboxes), `ledger`, and `change` with one line per field a mutation sets. */
export async function loadFacts(client: Client, { saved, phones }: Facts): Promise<void> {
  await client.query(`
    create temp table saved (phone int, kind text, id uuid, card_id text, path text, value text);
    create temp table queued (id uuid, status text, parked text, card_id text, value text)`);
  await insertAll(
    client,
    'insert into saved select * from unnest($1::int[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[])',
    saved,
    ({ phone, kind, id, cardId, path, value }) => [phone, kind, id, cardId, path, value],
  );
  await insertAll(
    client,
    'insert into queued select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])',
    phones.flatMap(({ outbox }) => outbox),
    ({ id, status, parked, cardId, values }) => [id, status, parked, cardId, values],
  );
  await client.query(LEDGER);
}

async function insertAll<T>(
  client: Client,
  text: string,
  lines: Iterable<T>,
  columnsOf: (line: T) => readonly unknown[],
): Promise<void> {
  let batch: (readonly unknown[])[] = [];
  const flush = async (): Promise<void> => {
    const width = batch[0]?.length ?? 0;
    if (width === 0) return;
    await client.query(
      text,
      Array.from({ length: width }, (_, column) => batch.map((line) => line[column])),
    );
    batch = [];
  };
  for (const line of lines) {
    batch.push(columnsOf(line));
    if (batch.length === AT_ONCE) await flush();
  }
  await flush();
}

const LEDGER = `
  create temp table ledger as
    select id, user_id, name, state, args->>'cardId' as card_id, (verdict->>'ver')::bigint as ver from mutation;
  create temp table change as
    select m.id, m.state, m.name, m.args->>'cardId' as card_id, f.path, f.value,
        (m.base->('cards:' || (m.args->>'cardId'))->f.path->>'by')::uuid as seen_by,
        (m.base->('cards:' || (m.args->>'cardId'))->f.path->>'ver')::bigint as seen_ver
      from mutation m
      cross join lateral (
        select key as path, value from json_each_text(case
          when m.name in ('card.create', 'card.edit') then m.args->'changes'
          when m.name = 'card.resolve-conflict' then json_build_object(m.args->>'path', m.args->'value')
          else '{}' end)
      ) f
      where m.name in ('card.create', 'card.edit', 'card.resolve-conflict');
  create index on saved (id);
  create index on queued (id);
  create index on ledger (id);
  create index on ledger (card_id) where name = 'card.create';
  create index on change (seen_by);
  create index on change (card_id, path, seen_ver) where path = 'toneNote';
  analyze saved; analyze queued; analyze ledger; analyze change`;
