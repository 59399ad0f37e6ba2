import type { CardId } from '@cession/shared/card/card.ts';
import { openDatabase } from '@cession/server/db/client.ts';
import { noticeRestore, renewEpoch } from '@cession/server/sync/notice-restore.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyDatabase } from '../support/postgres.ts';
import { withClient } from '../support/test-server.ts';
import { capture, cardOn, edit, handOver, type JourneyPhone } from './journey-phone.ts';
import { openJourney, type Journey } from './journey-world.ts';
import { newCustomer } from './work-at-company.ts';

let world: Journey;
beforeAll(async () => {
  world = await openJourney();
});
afterAll(() => world.stop());

const ownUrl = () => String(world.app.database.$client.options.connectionString);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

test('I1, I2: the server comes back from a backup of an hour ago, and the phones refill it', async () => {
  const [anna, bela] = [await world.phone('rep1@danube.example'), await world.phone('rep2@danube.example')];
  const before = await capture(anna, newCustomer());
  for (const phone of [anna, bela]) await phone.syncNow();
  const backup = await copyDatabase(ownUrl());

  // The hour that the backup does not know.
  await edit(anna, before, { contractNumber: '2026/after', toneNote: 'Said after the backup' });
  const during = await capture(anna, newCustomer());
  const colleagues = await capture(bela, newCustomer());
  for (const phone of [anna, bela]) await phone.syncNow();
  expect([anna, bela].map((phone) => phone.sync.outbox.items())).toEqual([[], []]);
  anna.line.cut(true);
  // This stands on a card that the restored server has never heard of.
  await edit(anna, during, { toneNote: 'Said with no signal' });
  for (const card of [before, during]) await handOver(anna, card);

  const restored = await world.another(backup.url);
  for (const phone of [bela, anna]) {
    phone.line.moveTo(restored);
    phone.line.heal();
    await settle(phone);
  }
  expect([anna, bela].map((phone) => phone.sync.outbox.items())).toEqual([[], []]);
  expect(await arrivedAt(backup.url, anna.profile.companyId, [before, during, colleagues])).toEqual([
    { id: before, number: '2026/after', tone: 'Said after the backup', handoffs: 1, items: 1 },
    { id: during, number: expect.any(String), tone: 'Said with no signal', handoffs: 1, items: 1 },
    { id: colleagues, number: expect.any(String), tone: null, handoffs: 0, items: 0 },
  ]);
  expect(cardOn(anna, during)?.values['toneNote']).toBe('Said with no signal');
});

test('a database that stands elsewhere than before is known to be restored; one that stands still is not', async () => {
  const epochOf = async (url: string) => {
    const database = openDatabase(url, 2, silent);
    await noticeRestore(database, silent);
    await database.$client.end();
    const { rows } = await withClient(url, (client) => client.query('select server_epoch from sync_meta'));
    return String(rows[0].server_epoch);
  };
  const first = await epochOf(ownUrl());
  expect(await epochOf(ownUrl())).toBe(first);
  const copy = await copyDatabase(ownUrl());
  const second = await epochOf(copy.url);
  expect(second).not.toBe(first);
  expect(await epochOf(copy.url)).toBe(second);
  await copy.drop();
});

test('restored in place and said so: what a phone pushes waits until it has sent what the backup lacks', async () => {
  const phone = await world.phone('rep1@danube.example');
  const card = await capture(phone, newCustomer());
  await phone.syncNow();
  // As a backup put back over the same database.
  await forget(card, phone.profile.companyId);
  const database = openDatabase(ownUrl(), 2, silent);
  await renewEpoch(database);
  await database.$client.end();
  await edit(phone, card, { toneNote: 'Stands on a card the backup lacks' });
  await settle(phone);
  expect(phone.sync.outbox.items()).toEqual([]);
  const [arrived] = await arrivedAt(ownUrl(), phone.profile.companyId, [card]);
  expect(arrived?.tone).toBe('Stands on a card the backup lacks');
});

async function settle(phone: JourneyPhone): Promise<void> {
  for (let round = 0; round < 3; round += 1) await phone.syncNow();
}

/** The card and every trace of its coming. */
async function forget(cardId: CardId, companyId: string): Promise<void> {
  await withClient(ownUrl(), async (client) => {
    await client.query("select set_config('app.company', $1, false)", [companyId]);
    await client.query(`delete from mutation where args->>'cardId' = $1`, [cardId]);
    for (const table of ['card_key', 'card']) await client.query(`delete from ${table} where id = $1`, [cardId]);
  });
}

async function arrivedAt(url: string, companyId: string, cardIds: readonly string[]) {
  const { rows } = await withClient(url, async (client) => {
    await client.query("select set_config('app.company', $1, false)", [companyId]);
    return client.query<{ id: string; number: string; tone: string | null; handoffs: number; items: number }>(
      `select c.id, c.values->>'contractNumber' as number, c.values->>'toneNote' as tone,
         (select count(*)::int from handoff h where h.card_id = c.id) as handoffs,
         (select count(*)::int from queue_item q where q.id = c.id) as items
       from unnest($1::uuid[]) with ordinality wanted(id, place) join card c on c.id = wanted.id order by place`,
      [cardIds],
    );
  });
  return rows;
}
