/** Where the peers' rows lie: one row as JSON, with the company's version as ours has it, and how often it was written. */
import type pg from 'pg';

export async function makePeerTables(pool: pg.Pool): Promise<void> {
  await pool.query(`
    create table if not exists bench_card (
      company_id uuid not null, id uuid not null, doc jsonb not null, ver bigint not null,
      writes int not null default 1, primary key (company_id, id));
    create table if not exists bench_clock (company_id uuid primary key, ver bigint not null);
    create table if not exists bench_request (
      company_id uuid not null, key text not null, primary key (company_id, key));`);
}

/** Empty tables for every run, ours and theirs, so that nobody writes into an index another has grown. */
export async function emptyTables(pool: pg.Pool): Promise<void> {
  await pool.query(
    'truncate card, card_key, mutation, departure, conflict, device, bench_card, bench_clock, bench_request',
  );
  await pool.query('checkpoint').catch(() => undefined);
}
