import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '@cession/server/db/client.ts';
import { inCompany } from '@cession/server/db/company-transaction.ts';
import { openPlace, readOrMakeKeys } from '@cession/server/db/embedded-place.ts';
import { startEmbedded } from '@cession/server/db/embedded.ts';
import { migrateDatabase } from '@cession/server/db/migrate.ts';
import { sqlState } from '@cession/server/db/sql-state.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../support/test-server.ts';

/** A server of its own: roles belong to a whole server, and this one is run as its superuser. */
const root = mkdtempSync(join(tmpdir(), 'cession-superuser-'));
let database: Database;
/** A database whose owner may make roles, and made cession_app. */
let made: Database;
let stop: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  chmodSync(root, 0o755);
  const dataDir = join(root, 'data');
  const server = await startEmbedded(dataDir);
  stop = server.stop;
  const { superuserPassword } = await readOrMakeKeys(openPlace(dataDir));
  const url = new URL(server.url);
  url.username = 'postgres';
  url.password = superuserPassword;
  url.pathname = '/postgres';
  await withClient(url.href, async (client) => {
    await client.query("create role maker login createrole password 'maker'");
    await client.query('create database made owner maker');
  });
  const madeUrl = `postgres://maker:maker@127.0.0.1:${url.port}/made`;
  await migrateDatabase(madeUrl);
  made = openDatabase(madeUrl, 2, { warn: () => undefined });
  await migrateDatabase(url.href);
  database = openDatabase(url.href, 2, { warn: () => undefined });
});
afterAll(async () => {
  await made?.$client.end();
  await database?.$client.end();
  await stop();
  rmSync(root, { recursive: true, force: true });
});

const company = randomUUID();
const receive = sql`insert into company_clock (company_id, ver) values (${company}, 1) on conflict do nothing`;
const depart = sql`insert into departure values (${company}, 1, 'notes', ${randomUUID()}, '{}')`;

test('a superuser, whom row-level security never stops, is stopped all the same: transactions change into cession_app', async () => {
  await inCompany(database, company, {}, async (tx) => {
    await tx.execute(receive);
    await tx.execute(depart);
    const { rows } = await tx.execute(sql`select current_user as me, (select count(*)::int from departure) as mine`);
    expect(rows).toEqual([{ me: 'cession_app', mine: 1 }]);
  });
  const elsewhere = await inCompany(database, randomUUID(), {}, (tx) => tx.execute(sql`select from departure`));
  expect(elsewhere.rowCount).toBe(0);
});

test('an owner who may make roles works through cession_app too', async () => {
  await inCompany(made, company, {}, async (tx) => {
    expect((await tx.execute(sql`select current_user as me`)).rows).toEqual([{ me: 'cession_app' }]);
  });
});

test('cession_app without a company sees nothing', async () => {
  await database.transaction(async (tx) => {
    await tx.execute(sql`set local role cession_app`);
    for (const table of ['departure', 'mutation', 'device', 'conflict', 'card', 'handoff']) {
      expect((await tx.execute(sql`select from ${sql.identifier(table)}`)).rowCount).toBe(0);
    }
  });
  // The row is there: the superuser outside a company transaction sees it.
  expect((await database.execute(sql`select from departure`)).rowCount).toBe(1);
});

test('the role ends with the transaction', async () => {
  await inCompany(database, company, {}, async (tx) => void (await tx.execute(sql`select 1`)));
  const { rows } = await database.execute(
    sql`select current_user as me, current_setting('app.company', true) as company`,
  );
  expect(rows).toEqual([{ me: 'postgres', company: '' }]);
});

test('nobody takes anything out of the ledger or deletes a synced row', async () => {
  for (const table of ['mutation', 'departure', 'conflict', 'card']) {
    const deleted = inCompany(database, company, {}, (tx) => tx.execute(sql`delete from ${sql.identifier(table)}`));
    expect(await deleted.catch((error: unknown) => sqlState(error))).toBe('42501');
  }
});
