import { randomUUID } from 'node:crypto';
import type { Card } from '@cession/shared/card/card.ts';
import { handOverCard } from '@cession/shared/handoff/hand-over-card.ts';
import type { Handoff, HandoffId } from '@cession/shared/handoff/handoff.ts';
import type { ReturnPoint } from '@cession/shared/handoff/return-reasons.ts';
import { createCard } from '@cession/shared/card/create-card.ts';
import { StorageFailure, type LocalStore } from '@cession/client/store/local-store.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capture, cardOn, edit, handOver, must, ownSeal, stateOf, type JourneyPhone } from './journey-phone.ts';
import { newRussianCustomer, openJourney, type Desk, type Journey } from './journey-world.ts';
import { newCustomer } from './work-at-company.ts';

let world: Journey;
let first: Desk;
let second: Desk;
beforeAll(async () => {
  world = await openJourney();
  first = await world.desk('accountant1@danube.example');
  second = await world.desk('accountant2@danube.example');
});
afterAll(() => world.stop());

/** What arrived of a card: how often it, its handoffs, and its place in the queue are on the server. */
async function arrived(cardId: string): Promise<{ cards: number; handoffs: number; items: number }> {
  const [counts] = await world.sql<{ cards: number; handoffs: number; items: number }>(
    `select (select count(*)::int from card where id = $1) as cards,
       (select count(*)::int from handoff where card_id = $1) as handoffs,
       (select count(*)::int from queue_item where id = $1) as items`,
    [cardId],
  );
  if (!counts) throw new Error('a count is always answered');
  return counts;
}
const ONCE = { cards: 1, handoffs: 1, items: 1 };

async function sealedAs(handoffId: string): Promise<Handoff | undefined> {
  const rows = await world.sql<Handoff>('select snapshot, sha256, state from handoff where id = $1', [handoffId]);
  return rows[0];
}

test('I9: two cards captured and handed over with no signal reach accounting complete, are returned, mended, accepted and exported', async () => {
  const phone = await world.phone('rep1@danube.example');
  await phone.syncNow();
  phone.line.cut(true);
  const hungarian = await capture(phone, newCustomer());
  const russian = await capture(phone, newRussianCustomer(), 'RU');
  const handoffs = [await handOver(phone, hungarian), await handOver(phone, russian)];
  await phone.syncNow();
  expect(stateOf(phone, hungarian)).toEqual({ state: 'waiting' });
  expect(await arrived(hungarian)).toEqual({ cards: 0, handoffs: 0, items: 0 });

  phone.line.cut(false);
  await phone.syncNow();
  expect(phone.sync.outbox.items()).toEqual([]);
  for (const cardId of [hungarian, russian]) expect(await arrived(cardId)).toEqual(ONCE);
  for (const handoffId of handoffs) {
    const sealed = await sealedAs(handoffId);
    const own = phone.rows('handoffs').find(({ id }) => id === handoffId);
    expect(sealed?.sha256).toBe(ownSeal(sealed?.snapshot));
    expect(own?.sha256).toBe(ownSeal(own?.snapshot));
    expect(own?.sha256).toBe(sealed?.sha256);
  }

  expect((await first.perform('queue.claim', { cardId: hungarian })).state).toBe('applied');
  // I10
  expect((await second.perform('queue.claim', { cardId: hungarian })).refusal).toEqual({
    code: 'queue.held',
    by: first.profile.userId,
  });
  await returned(phone, { cardId: hungarian, handoffId: handoffs[0] });

  const mended = { contractNumber: '2026/999', contractDate: '2026-04-01', invoiceEmail: 'uj@pottyos.example' };
  await edit(phone, hungarian, mended);
  const resent = await handOver(phone, hungarian);
  await phone.syncNow();
  const item = await first.ask('queue.item', { cardId: hungarian });
  expect(item?.row).toMatchObject({ revision: 2, returns: 1, changed: 3, handoffId: resent });
  const before = newCustomer()['contractNumber'];
  expect(item?.changes).toContainEqual({ path: 'contractNumber', before, after: '2026/999' });
  // The way to the customer is the rep's own business: that it changed is seen, what it is now is not.
  expect(item?.changes).toContainEqual({ path: 'invoiceEmail', before: null, after: null });
  expect(JSON.stringify(item)).not.toContain('uj@pottyos.example');
  expect(await arrived(hungarian)).toEqual({ cards: 1, handoffs: 2, items: 1 });

  await first.perform('queue.claim', { cardId: hungarian });
  const accepted = await first.perform('handoff.accept', { cardId: hungarian, handoffId: resent });
  expect(accepted.state).toBe('applied');
  await phone.syncNow();
  expect(cardOn(phone, hungarian)).toMatchObject({ status: 'accepted', revision: 2 });
  const filter = { jurisdiction: null, search: '', from: null };
  const file = await first.ask('accepted.export', { ...filter, format: 'json' });
  const exported = (JSON.parse(file.text) as { cards: { cardId: string; sha256: string }[] }).cards; // our own format
  expect(exported.filter(({ cardId }) => cardId === hungarian)).toMatchObject([
    { revision: 2, sha256: (await sealedAs(resent))?.sha256 },
  ]);
  expect(exported.some(({ cardId }) => cardId === russian)).toBe(false);
  expect(phone.seen()).toEqual([]);
});

async function returned(phone: JourneyPhone, ids: { cardId: string; handoffId: HandoffId | undefined }) {
  const points: ReturnPoint[] = [
    { path: 'contractNumber', code: 'wrong-format', note: '' },
    { path: 'contractDate', code: 'other', note: 'The contract itself says April.' },
  ];
  const verdict = await first.perform('handoff.return', { ...ids, points, note: 'Two small things.' });
  expect(verdict.state).toBe('applied');
  await phone.syncNow();
  expect(cardOn(phone, ids.cardId)?.status).toBe('returned');
  expect(phone.rows('handoffs').find(({ id }) => id === ids.handoffId)).toMatchObject({ state: 'returned', points });
}

describe('I2: one card and one place in the queue', () => {
  const captured = async (phone: JourneyPhone) => {
    await phone.syncNow();
    phone.line.cut(true);
    const cardId = await capture(phone, newCustomer());
    await handOver(phone, cardId);
    phone.line.cut(false);
    return cardId;
  };
  const expectSettled = async (phone: JourneyPhone, cardId: string) => {
    await phone.syncNow();
    expect(await arrived(cardId)).toEqual(ONCE);
    expect(phone.line.ahead()).toBe(0);
    expect(phone.sync.outbox.items()).toEqual([]);
    expect(cardOn(phone, cardId)?.status).toBe('handed-over');
    expect(phone.seen()).toEqual([]);
  };

  test('when the answer to the first push is lost and the verdict is heard later', async () => {
    const phone = await world.phone('rep1@danube.example');
    const cardId = await captured(phone);
    phone.line.fail('lost answer');
    await phone.sync.trigger('manual');
    expect(await arrived(cardId)).toEqual(ONCE);
    await expectSettled(phone, cardId);
  });

  test.each(['twice', 'late', 'again later', 'half an answer', 'captive portal', 'broken gateway'] as const)(
    'when the push meets this: %s',
    async (fault) => {
      const phone = await world.phone('rep1@danube.example');
      const cardId = await captured(phone);
      phone.line.fail(fault);
      await phone.syncNow();
      await phone.line.deliverLate();
      await expectSettled(phone, cardId);
    },
  );

  test('when the sign-in has run out: everything is kept, and goes out after the next one', async () => {
    const phone = await world.phone('rep1@danube.example');
    const cardId = await captured(phone);
    phone.line.expire(true);
    await phone.syncNow();
    expect(phone.sync.mirror.meta('link')).toBe('paused-auth');
    expect(phone.sync.outbox.items()).toHaveLength(2);
    phone.line.expire(false);
    await expectSettled(phone, cardId);
  });

  test('when the answer is lost and the app is killed before it asks again', async () => {
    const phone = await world.phone('rep1@danube.example');
    const cardId = await captured(phone);
    phone.line.fail('lost answer');
    await phone.sync.trigger('manual');
    await expectSettled(await phone.reopen(), cardId);
  });

  test.each(['before-push', 'after-push', 'after-verdicts', 'after-pull', 'after-apply'])(
    'when the phone dies at this place: %s',
    async (step) => {
      const phone = await world.phone('rep1@danube.example');
      const cardId = await captured(phone);
      phone.crashAt(step);
      await phone.syncNow();
      expect(phone.isDead()).toBe(true);
      await expectSettled(await phone.reopen(), cardId);
    },
  );
});

describe('the gate', () => {
  test('I11: the phone and the server name the same gaps, and nobody gets past either', async () => {
    const phone = await world.phone('rep1@danube.example');
    const { taxNumber: _, ...rest } = newCustomer();
    const cardId = await capture(phone, { ...rest, contractDate: '2026-03-02', 'registeredAddress.zip': '' });
    const onPhone = await phone.sync.perform(handOverCard, { cardId, handoffId: randomUUID() as HandoffId }); // a new one
    await phone.syncNow();
    const rep = await world.desk('rep1@danube.example');
    const onServer = await rep.perform('card.hand-over', { cardId, handoffId: randomUUID() });
    expect(onServer).toMatchObject({ state: 'rejected', refusal: { code: 'card.incomplete' } });
    expect(onPhone).toEqual({ ok: false, error: { kind: 'refused', refusal: onServer.refusal } });
    expect(await arrived(cardId)).toEqual({ cards: 1, handoffs: 0, items: 0 });
  });

  test('I9: one revision is handed over once, although two of its people press the button with no signal', async () => {
    const [owner, helper] = [await world.phone('rep1@danube.example'), await world.phone('rep2@danube.example')];
    const cardId = await capture(owner, newCustomer());
    await owner.syncNow();
    const share = { cardId, userId: helper.profile.userId, shared: true };
    await (await world.desk('rep1@danube.example')).perform('card.share', share);
    await helper.syncNow();
    for (const phone of [owner, helper]) phone.line.cut(true);
    for (const phone of [owner, helper]) await handOver(phone, cardId);
    for (const phone of [owner, helper]) phone.line.cut(false);
    await Promise.all([owner.syncNow(), helper.syncNow()]);
    expect(await arrived(cardId)).toEqual(ONCE);
    const refused = [...owner.sync.outbox.items(), ...helper.sync.outbox.items()];
    expect(refused.map(({ refusal }) => refusal)).toEqual([{ code: 'card.with-accounting' }]);
  });

  test('I10: of two accountants who press at the same moment one holds the item, twenty times out of twenty', async () => {
    const phone = await world.phone('rep1@danube.example');
    for (let round = 0; round < 20; round += 1) {
      const cardId = await capture(phone, newCustomer());
      await handOver(phone, cardId);
      await phone.syncNow();
      const verdicts = await Promise.all([first, second].map((desk) => desk.perform('queue.claim', { cardId })));
      expect(verdicts.map(({ state }) => state).toSorted()).toEqual(['applied', 'rejected']);
    }
  });
});

test('I13: a phone that is full says so, and shows nothing as saved that is not', async () => {
  let isFull = false;
  const around = (store: LocalStore): LocalStore => ({
    ...store,
    tx: (mode, stores, work) => {
      if (mode !== 'rw' || !isFull) return store.tx(mode, stores, work);
      return store.tx(mode, stores, async (tx) => {
        await work(tx);
        throw new StorageFailure('full', new DOMException('no room', 'QuotaExceededError'));
      });
    },
  });
  const phone = await world.phone('rep1@danube.example', { around });
  await phone.syncNow();
  const kept = await capture(phone, newCustomer());
  isFull = true;
  const cardId = randomUUID() as Card['id']; // any UUID names a new card
  const saved = await phone.sync.perform(createCard, { cardId, jurisdiction: 'HU', changes: newCustomer() });
  expect(saved).toEqual({ ok: false, error: { kind: 'storage', fault: 'full' } });
  expect(cardOn(phone, cardId)).toBeNull();
  expect(stateOf(phone, cardId)).toBeNull();
  isFull = false;
  await must(phone, createCard, { cardId, jurisdiction: 'HU', changes: newCustomer() });
  await phone.syncNow();
  for (const id of [kept, cardId]) expect((await arrived(id)).cards).toBe(1);
});
