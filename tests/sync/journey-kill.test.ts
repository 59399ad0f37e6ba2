import type { FetchIt } from '@cession/client/sync/http-transport.ts';
import type { Profile } from '@cession/shared/people/actor.ts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type AppProcess } from '../support/app-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { createLine } from './journey-line.ts';
import { capture, cardOn, handOver } from './journey-phone.ts';
import { openPhone } from './journey-world.ts';
import { newCustomer } from './work-at-company.ts';

const ORIGIN = 'http://localhost:8787';

let database: TestDatabase;
let app: AppProcess;
/** A hand on the database can hold the server in the middle of its work; an eye sees where it stands. */
let hand: Client;
let eye: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  app = await startApp({ DATABASE_URL: database.url, DEMO: 'on', PUBLIC_URL: ORIGIN });
  [hand, eye] = [new Client({ connectionString: database.url }), new Client({ connectionString: database.url })];
  await Promise.all([hand.connect(), eye.connect()]);
});
afterAll(async () => {
  await Promise.all([hand?.end(), eye?.end()]);
  await app?.stop();
  await database?.drop();
});

async function signIn(email: string): Promise<{ cookie: string; profile: Profile }> {
  const headers = { 'content-type': 'application/json', origin: ORIGIN };
  const body = JSON.stringify({ email, password: 'cession-demo' });
  const answer = await fetch(`${app.url}/api/auth/sign-in/email`, { method: 'POST', headers, body });
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const me = await fetch(`${app.url}/trpc/people.me?input=%7B%7D`, { headers: { cookie } });
  return { cookie, profile: ((await me.json()) as { result: { data: Profile } }).result.data }; // what people.me answers
}

/** Polls, because it is another process that has to get somewhere. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
    if (await isSo()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`it never came to this: ${what}`);
}

async function count(text: string, values: readonly unknown[] = []): Promise<number> {
  const { rows } = await eye.query<{ n: number }>(text, [...values]);
  return rows[0]?.n ?? 0;
}

test('I1, I2: the server is killed between receipt and decision: one card, one place in the queue, and the phone hears so', async () => {
  const { cookie, profile } = await signIn('rep1@danube.example');
  const toProcess: FetchIt = (url, init) => fetch(`${app.url}${url}`, init);
  const phone = await openPhone(createLine(toProcess, cookie), profile, {});
  await phone.syncNow();
  phone.line.cut(true);
  const cardId = await capture(phone, newCustomer());
  await handOver(phone, cardId);
  const ids = phone.sync.outbox.items().map(({ id }) => id);
  for (const one of [hand, eye]) await one.query("select set_config('app.company', $1, false)", [profile.companyId]);

  // Whoever decides takes the company's version last; held here, the receipt is durable and the decision is not made.
  await hand.query('begin');
  await hand.query('select from company_clock where company_id = $1 for update', [profile.companyId]);
  phone.line.cut(false);
  const sending = phone.syncNow();
  const received = `select count(*)::int as n from mutation where id = any($1) and state = 'received'`;
  const waiting = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%company_clock%'`;
  await until('received and waiting to be decided', async () => {
    return (await count(received, [ids])) === 2 && (await count(waiting)) > 0;
  });
  await app.kill('SIGKILL');
  await hand.query('commit');
  await sending;
  await until('the killed decision has left the database', async () => {
    const alive = `select count(*)::int as n from pg_stat_activity
      where datname = current_database() and application_name = 'cession'`;
    return (await count(alive)) === 0;
  });
  expect(await count(received, [ids])).toBe(2);
  expect(await count('select count(*)::int as n from card where id = $1', [cardId])).toBe(0);
  expect(phone.sync.outbox.items()).toHaveLength(2);

  await app.restart();
  await phone.syncNow();
  expect(phone.sync.outbox.items()).toEqual([]);
  expect(cardOn(phone, cardId)?.status).toBe('handed-over');
  expect(await count('select count(*)::int as n from card where id = $1', [cardId])).toBe(1);
  expect(await count('select count(*)::int as n from handoff where card_id = $1', [cardId])).toBe(1);
  expect(await count('select count(*)::int as n from queue_item where id = $1', [cardId])).toBe(1);
  expect(await count(`select count(*)::int as n from mutation where id = any($1) and state = 'applied'`, [ids])).toBe(
    2,
  );
  expect(phone.seen()).toEqual([]);
  await phone.close();
});
