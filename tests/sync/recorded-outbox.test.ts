import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { defineDb } from '@cession/client/store/db.ts';
import { createDexieStore } from '@cession/client/store/dexie-store.ts';
import { plainCodec } from '@cession/client/store/row-codec.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { capture, cardOn, edit, type JourneyPhone } from './journey-phone.ts';
import { unlikeTheServer } from './journey-oracle.ts';
import { openJourney, type Desk, type Journey } from './journey-world.ts';
import { layDown, readRecording, type Recording } from './recorded-phone.ts';
import { newCustomer } from './work-at-company.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let world: Journey;
let colleague: Desk;
// One and the same customers each time, whom nobody may have yet.
beforeEach(async () => {
  world = await openJourney();
  colleague = await world.desk('rep2@danube.example');
});
afterEach(async () => {
  vi.useRealTimers();
  await world.stop();
});

async function recorded(): Promise<{ readonly recording: Recording; readonly storage: string }> {
  const { userId, companyId } = (await world.desk('rep1@danube.example')).profile;
  const recording = readRecording('outbox-0.1.0', { userId, companyId, colleague: colleague.profile.userId });
  const storage = `recorded-${randomUUID()}`;
  await layDown(recording, storage);
  return { recording, storage };
}

const arrived = (cardIds: readonly string[]) =>
  world.sql<{ id: string; number: string | null; tone: string | null; handoffs: number; items: number }>(
    `select c.id, c.values->>'contractNumber' as number, c.values->>'toneNote' as tone,
       (select count(*)::int from handoff h where h.card_id = c.id) as handoffs,
       (select count(*)::int from queue_item q where q.id = c.id) as items
     from unnest($1::uuid[]) with ordinality wanted(id, place) join card c on c.id = wanted.id order by place`,
    [cardIds],
  );

test('I1, I2: an outbox written by the oldest version we support drains through the server of today', async () => {
  const { recording, storage } = await recorded();
  const { hungarian, russian } = recording.cards;
  const phone = await world.phone('rep1@danube.example', { storage });
  expect(phone.sync.outbox.items().map(({ name }) => name)).toHaveLength(8);
  expect(cardOn(phone, russian)?.values['toneNote']).toBe('Only after ten');
  const ids = phone.sync.outbox.items().map(({ id }) => id);
  // Whatever the line does, and however often.
  for (const fault of ['lost answer', 'twice', 'again later', 'lost answer'] as const) {
    phone.line.fail(fault);
    await phone.syncNow();
  }
  await phone.line.deliverLate(2);
  await settle(phone);
  expect(phone.sync.outbox.items()).toEqual([]);
  // One card had been sent before; this server never heard of it, and the phone had kept the receipt.
  expect(await arrived([hungarian, russian])).toEqual([
    { id: hungarian, number: '2026/78', tone: 'Ask for Ildikó', handoffs: 1, items: 1 },
    { id: russian, number: expect.any(String), tone: 'Only after ten', handoffs: 1, items: 1 },
  ]);
  const applied = await world.sql(`select id from mutation where id = any($1) and state = 'applied'`, [ids]);
  expect(applied).toHaveLength(8);
  expect(await unlikeTheServer(world, phone)).toEqual([]);
  // What was half typed is still there, under the key its form gave it.
  expect(await phone.sync.drafts.read('card/new')).toMatchObject({ values: { legalName: 'Félbehagyott Kft.' } });
});

test('a phone that was away for thirty days and three schema versions comes back whole', async () => {
  const { recording, storage } = await recorded();
  const { hungarian, russian } = recording.cards;
  // Before it goes: a card of today's server lies on it, and more waits.
  const leaving = await world.phone('rep1@danube.example', { storage });
  leaving.line.cut(true);
  const own = await capture(leaving, newCustomer());
  await edit(leaving, own, { toneNote: 'Before the long silence' });
  await leaving.close();

  await openAsThreeVersionsLater(storage);
  const now = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: now + 30 * DAY_MS });
  // The sign-in of a month ago is over.
  world.forgetSessions();
  const phone = await world.phone('rep1@danube.example', { storage, clockOffMs: -2 * DAY_MS, app: '3.0.0' });
  expect(phone.sync.outbox.items()).toHaveLength(10);
  expect(cardOn(phone, own)?.values['toneNote']).toBe('Before the long silence');
  await settle(phone);
  expect(phone.sync.outbox.items()).toEqual([]);
  const there = await arrived([hungarian, russian, own]);
  expect(there.map(({ tone }) => tone)).toEqual(['Ask for Ildikó', 'Only after ten', 'Before the long silence']);
  expect(await unlikeTheServer(world, phone)).toEqual([]);
});

async function settle(phone: JourneyPhone): Promise<void> {
  for (let round = 0; round < 4; round += 1) await phone.syncNow();
}

/** As apps to come may open it: each version adds stores or an index, and takes nothing away. */
async function openAsThreeVersionsLater(storage: string): Promise<void> {
  const db = defineDb(storage);
  const today = db.verno;
  db.version(today + 1).stores({ routes: 'key' });
  db.version(today + 2).stores({ outbox: 'seq, &id, status, *ents, urgency' });
  db.version(today + 3).stores({ maps: 'key', photos: 'key, taken' });
  const store = createDexieStore(db, plainCodec);
  expect((await store.tx('r', ['outbox'], (tx) => tx.all('outbox'))).length).toBe(10);
  store.close();
}
