/** What a company has gathered over the years does not make today's work slower: the questions read what they answer. */
import { carriesOneOf } from '@cession/server/card/carries-number.ts';
import { cardKeyTable } from '@cession/server/card/card-tables.ts';
import { openDatabase, type Database } from '@cession/server/db/client.ts';
import { inCompany } from '@cession/server/db/company-transaction.ts';
import { visibleRows } from '@cession/server/sync/pg-visible.ts';
import { tables } from '@cession/server/tables.ts';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { effects } from '@cession/server/effects.ts';
import { growCompany } from '../bench/kit/grow-company.ts';
import { spineAt, type SpineAt } from '../bench/kit/spine-at.ts';
import { newId, newWirePhone } from '../bench/kit/wire-phone.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { hungarianKft } from '../support/sample-cards.ts';
import { hungarianTaxNumber } from '../support/sample-numbers.ts';

const CARDS = 5000;
let made: TestDatabase;
let database: Database;
let companyId: string;
beforeAll(async () => {
  made = await createTestDatabase();
  ({ companyId } = await growCompany(made.url, CARDS));
  database = openDatabase(made.url, 2, { warn: () => undefined });
});
afterAll(async () => {
  await database.$client.end();
  await made.drop();
});

/** How many rows the database went through to answer, and its whole plan for when that is too many. */
async function readFor(question: SQL): Promise<{ readonly rows: number; readonly plan: string }> {
  const answer = await inCompany(database, companyId, { accessMode: 'read only' }, (tx) =>
    tx.execute<{ 'QUERY PLAN': string }>(sql`explain (analyze, costs off, timing off, summary off) ${question}`),
  );
  const plan = answer.rows.map((row) => row['QUERY PLAN']).join('\n');
  const counts = plan.matchAll(/(?:rows=|Rows Removed by Filter: )([\d.]+)/gu);
  return { rows: [...counts].reduce((sum, [, count]) => sum + Number(count), 0), plan };
}

test('another card with the same number is found without reading the cards of the company', async () => {
  const same = and(eq(cardKeyTable.companyId, companyId), carriesOneOf(['HU:10010003']));
  const { rows, plan } = await readFor(sql`select id from ${cardKeyTable} where ${same}`);
  expect(rows, plan).toBeLessThan(50);
});

test('cards that left a phone are told without reading the cards of the company', async () => {
  const leaving = sql`insert into departure (company_id, ver, row_table, row_id, audience)
    select company_id, ${CARDS + 1}, 'cards', id, '{user:nobody}' from card order by row_ver limit 10`;
  await inCompany(database, companyId, {}, (tx) => tx.execute(leaving));
  const range = { tokens: ['all', 'role:rep', 'user:nobody'], above: CARDS, upTo: CARDS + 1 };
  const { rows, plan } = await readFor(visibleRows(companyId, tables).departed(range));
  expect(rows, plan).toBeLessThan(200);
});

test('what is new is found without reading what is old', async () => {
  const range = { tokens: ['all', 'role:rep'], above: CARDS - 10, upTo: CARDS };
  const { rows, plan } = await readFor(visibleRows(companyId, tables).keys(range, null, 1000));
  expect(rows, plan).toBeLessThan(400);
});

/** A rep with one complete card, and what it takes to hand it over. */
async function repWithCard(home: SpineAt, seven: string) {
  const actor = { companyId, userId: newId(), roles: ['rep'] };
  const phone = newWirePhone();
  const cardId = newId();
  const changes = { ...hungarianKft.values, taxNumber: hungarianTaxNumber(seven, '2', '41') };
  const send = async (through: SpineAt, name: string, args: object): Promise<string | undefined> => {
    const answer = await through.spine.receivePush(actor, phone.pushRequest([phone.say(name, args)]));
    return answer.ok ? answer.value.verdicts[0]?.state : answer.error.code;
  };
  expect(await send(home, 'card.create', { cardId, jurisdiction: 'HU', changes })).toBe('applied');
  return { handOver: (through: SpineAt) => send(through, 'card.hand-over', { cardId, handoffId: newId() }) };
}

test('reps who hand over at the same moment do not wait for each other', async () => {
  const inTheMiddle = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const usual = effects['card.hand-over'];
  const pausing = {
    ...usual,
    after: async (context: Parameters<NonNullable<typeof usual.after>>[0]) => {
      inTheMiddle.resolve();
      await goOn.promise;
      return (await usual.after?.(context)) ?? [];
    },
  };
  const [server, slow] = [spineAt(made.url), spineAt(made.url, { effects: { 'card.hand-over': pausing } })];
  const [one, other] = [await repWithCard(server, '9000001'), await repWithCard(server, '9000002')];
  const first = one.handOver(slow);
  await inTheMiddle.promise;
  expect(await other.handOver(server)).toBe('applied');
  goOn.resolve();
  expect(await first).toBe('applied');
  for (const each of [server, slow]) await each.close();
});
