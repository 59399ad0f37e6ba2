/**
 * A company as it looks after years: cards, what every phone knows of them, hand-overs, the queue and the ledger, made by
 * set-based statements. Tables are filled without their indexes, which come back afterwards exactly as they were.
 */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { peopleRows, ROWS, seedRows, type Growth } from './grow-rows.ts';

export interface GrownCompany extends Growth {
  readonly companyId: string;
  readonly seconds: number;
}

/** A rep answers for this many cards, in a small company and in a large one. */
const CARDS_PER_REP = 200;
/** Accounting keeps up: what waits is the work of a day or two, not a share of everything there ever was. */
const MOST_WAITING = 2000;

/**
 * Settings under which a server loads fast: emptied tables that are filled in the same transaction are written once
 * instead of twice. Not for measuring: start the server again without them.
 */
export const LOADING = {
  ...{ wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '8GB', checkpoint_timeout: '30min' },
  ...{ autovacuum: 'off', maintenance_work_mem: '512MB' },
};

/** `url` leads to a migrated database that nobody else uses; the company is the only one in it. */
export async function growCompany(url: string, cards: number, mostWaiting = MOST_WAITING): Promise<GrownCompany> {
  const startedAt = performance.now();
  const companyId = randomUUID();
  const reps = Math.max(2, Math.round(cards / CARDS_PER_REP));
  const growth = { cards, reps, waiting: Math.min(mostWaiting, Math.round(cards / 20)) };
  const company = { url, companyId };
  await asCompany(company, async (client) => void (await client.query(seedRows(growth))));
  const load = (table: keyof typeof ROWS) => asCompany(company, (client) => loadTable(client, table));
  // Two at a time: the machine has two cores.
  await Promise.all([
    load('card').then(() => load('card_key')),
    load('mutation')
      .then(() => load('handoff'))
      .then(() => load('queue_item')),
  ]);
  await asCompany(company, (client) => finish(client, companyId, growth));
  return { companyId, ...growth, seconds: Math.round((performance.now() - startedAt) / 1000) };
}

async function loadTable(client: Client, table: keyof typeof ROWS): Promise<void> {
  await client.query('begin');
  const indexes = await dropIndexes(client, table);
  await client.query(`truncate ${table}`);
  await client.query(ROWS[table]);
  for (const make of indexes) await client.query(make);
  await client.query('commit');
}

/** Answers the statements that make them again. */
async function dropIndexes(client: Client, table: string): Promise<readonly string[]> {
  const { rows: constraints } = await client.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = $1::regclass and contype in ('p', 'u')`,
    [table],
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = indexrelid)`,
    [table],
  );
  for (const { name } of constraints) await client.query(`alter table ${table} drop constraint "${name}"`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  return [
    ...constraints.map(({ name, definition }) => `alter table ${table} add constraint "${name}" ${definition}`),
    ...indexes.map(({ definition }) => definition),
  ];
}

/** The people, the company's own row, its clock, and what the planner has to know. */
async function finish(client: Client, companyId: string, growth: Growth): Promise<void> {
  await client.query('drop table grow');
  await client.query(peopleRows(growth));
  await client.query(
    `insert into companies (company_id, id, row_ver, field_meta, audience, name, demo, country)
     values ($1, $1, 1, '{}', '{all}', 'Danube Toys', false, 'HU')`,
    [companyId],
  );
  await client.query('insert into company_clock (company_id, ver) values ($1, $2)', [companyId, growth.cards]);
  await client.query('vacuum (analyze)');
}

async function asCompany(
  { url, companyId }: { readonly url: string; readonly companyId: string },
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select set_config('app.company', $1, false)", [companyId]);
    await work(client);
  } finally {
    await client.end();
  }
}
