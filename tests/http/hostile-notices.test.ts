import { inCompany } from '@cession/server/db/company-transaction.ts';
import { sqlState } from '@cession/server/db/sql-state.ts';
import { sql, type SQL } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startComposedApp, type ComposedApp } from '../support/composed-app.ts';

const AT = '2026-11-21T10:00:00.000Z';

let app: ComposedApp;
beforeAll(async () => {
  app = await startComposedApp();
});
afterAll(() => app.stop());

const TABLES = `select c.relname as name from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

const tables = async () => (await app.database.execute<{ name: string }>(sql.raw(TABLES))).rows.map(({ name }) => name);

/** As the role every company works as, without having entered one. */
const nowhere = <T>(work: (ask: (query: SQL) => Promise<Record<string, unknown>[]>) => Promise<T>) =>
  app.database.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'cession_app', true)`);
    return work(async (query) => (await tx.execute(query)).rows);
  });

describe('I7: the wall stands before every table of notices and files', () => {
  test('where another company was entered', async () => {
    const names = await tables();
    expect(names).toEqual(
      expect.arrayContaining(['notice', 'ceremony_bundle', 'sealed_paper', 'file', 'file_part', 'device_key']),
    );
    for (const name of names) {
      const count = sql`select count(*)::int as n from ${sql.identifier(name)}`;
      const [row] = await inCompany(
        app.database,
        randomUUID(),
        {},
        async (tx) => (await tx.execute<{ n: number }>(count)).rows,
      );
      expect([name, name === 'company_clock' ? 0 : row?.n]).toEqual([name, 0]);
    }
  });

  test('where none was: only hashes and clocks can be read, and nothing written', async () => {
    for (const name of await tables()) {
      const rows = await nowhere((ask) => ask(sql`select 1 from ${sql.identifier(name)} limit 1`));
      expect([name, rows.length > 0]).toEqual([name, name === 'paper_hash' ? true : name === 'company_clock']);
    }
    const write = nowhere((ask) =>
      ask(
        sql`insert into paper_hash values (${randomUUID()}, ${'a'.repeat(64)}, ${randomUUID()}, 'event', null, true)`,
      ),
    );
    expect(await write.catch((error: unknown) => sqlState(error))).toBe('42501');
  });

  test('and the queue of work tells a company nothing but ids', async () => {
    for (const what of ['data', 'singleton_key', 'output', '*']) {
      const read = nowhere((ask) => ask(sql.raw(`select ${what} from pgboss.job`)));
      expect([what, await read.catch((error: unknown) => sqlState(error))]).toEqual([what, '42501']);
    }
    for (const what of ['delete from pgboss.job', "update pgboss.job set state = 'cancelled'"]) {
      const done = nowhere((ask) => ask(sql.raw(what)));
      expect([what, await done.catch((error: unknown) => sqlState(error))]).toEqual([what, '42501']);
    }
  });
});

test('people, sessions and keys of the server are out of reach of a company', async () => {
  const all = `select tablename as name from pg_tables where schemaname = 'public' and tablename not in
    (select name from (${TABLES}) walled) and tablename <> 'sync_meta'`;
  const { rows } = await app.database.execute<{ name: string }>(sql.raw(all));
  expect(rows.map(({ name }) => name)).toContain('server_key');
  for (const { name } of rows) {
    const read = nowhere((ask) => ask(sql`select * from ${sql.identifier(name)}`));
    expect([name, await read.catch((error: unknown) => sqlState(error))]).toEqual([name, '42501']);
  }
});

test('the log tells no address, no evidence and no secret, whatever is thrown at the doors', async () => {
  const cookie = await app.signIn('rep1@danube.example');
  const args = {
    ...{ ceremonyId: randomUUID(), noticeId: randomUUID(), outcome: 'acknowledged', bundle: '{"name":"Geheim"}' },
    ...{ bundleSha256: 'a'.repeat(64), head: 'a'.repeat(64), pdfSha256: 'a'.repeat(64), deviceKey: 'A'.repeat(43) },
    ...{ signerNames: ['Geheim'], closedAt: AT, happenedAt: AT, objections: { stated: 'list', text: 'Geheim' } },
    ...{ debtConfirmed: false, defencesWaived: false },
  };
  for (const given of [args, { ...args, signerNames: ['Geheim\ud800'] }, { ...args, signerNames: ['Geheim\u0000'] }]) {
    const act = { id: randomUUID(), name: 'notice.close-ceremony', v: 1, args: given, at: AT };
    expect((await app.ask(cookie, 'desk.perform', act)).status).toBeLessThan(500);
  }
  await app.signIn('rep1@danube.example', 'Geheim password').catch(() => null);
  await app.fetch(`/api/verify/${'b'.repeat(64)}/copy`);
  const lines = app.log.join('\n');
  for (const told of ['Geheim', '@danube', cookie.slice(-20), 'b'.repeat(64)]) expect(lines).not.toContain(told);
});

describe('another site', () => {
  test("changes nothing with a person's cookie, whatever the door", async () => {
    const cookie = await app.signIn('rep1@danube.example');
    const sha = 'a'.repeat(64);
    for (const [method, path] of [
      ['PUT', `/files/${sha}/parts/0`],
      ['POST', `/files/${sha}/complete`],
      ['POST', '/trpc/device.challenge'],
      ['DELETE', `/files/${sha}`],
    ] as const) {
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
      ] as const) {
        const { status } = await app.fetch(path, {
          method,
          headers: { ...headers, cookie, 'content-type': 'text/plain', 'content-length': '2' },
          body: '{}',
        });
        expect([method, path, JSON.stringify(headers), status]).toEqual([method, path, JSON.stringify(headers), 403]);
      }
    }
  });
});
