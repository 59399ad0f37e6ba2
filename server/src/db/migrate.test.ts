import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, expect, onTestFinished, test } from 'vitest';
import { migrateDatabase } from './migrate.ts';

/** An empty database of the test's own. */
async function newDatabase(): Promise<string> {
  const server = inject('postgresUrl');
  const name = `migrate_${process.pid}_${performance.now().toFixed(0)}`;
  await run(server, `create database ${name}`);
  onTestFinished(() => run(server, `drop database ${name} with (force)`).then(() => undefined));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function newMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cession-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'meta'));
  const entries = [{ idx: 0, version: '7', when: 1_760_000_000_000, tag: '0000_note', breakpoints: true }];
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  writeFileSync(join(folder, '0000_note.sql'), 'create table note (id int primary key); select pg_sleep(0.2);');
  return folder;
}

async function run(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(statement).finally(() => client.end());
}

test('four processes starting at once migrate once', async () => {
  const url = await newDatabase();
  const folder = newMigrations();
  await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(url, folder)));
  expect((await run(url, 'select * from drizzle.__drizzle_migrations')).rowCount).toBe(1);
  expect((await run(url, 'select * from note')).rowCount).toBe(0);
});

test('before the first migration is written there is nothing to do', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'cession-migrations-'));
  onTestFinished(() => rmSync(empty, { recursive: true, force: true }));
  await expect(migrateDatabase(await newDatabase(), empty)).resolves.toBeUndefined();
});

test('a database that is not there is named without its password', async () => {
  const refusal = migrateDatabase('postgres://cession:hunter2@127.0.0.1:1/cession');
  await expect(refusal).rejects.toThrow('The database at 127.0.0.1:1/cession does not let us in');
  await expect(refusal).rejects.not.toThrow('hunter2');
});
