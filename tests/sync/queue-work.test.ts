import { randomUUID } from 'node:crypto';
import { countLoad } from '@cession/server/handoff/count-load.ts';
import { addMs } from '@cession/shared/kernel/instant.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTACT_ID } from '../support/sample-cards.ts';
import { openQueueWorld, type QueueWorld } from './queue-world.ts';

let world: QueueWorld;
beforeAll(async () => {
  world = await openQueueWorld();
});
afterAll(() => world.stop());

const houseNumber = {
  path: 'registeredAddress.houseNumber',
  code: 'mismatch-with-register',
  note: 'It says 195 there.',
};

test('a question stands at a field of the card, and says something', async () => {
  const work = await world.newCompany();
  const { cardId } = await work.handOver();
  const ask = async (path: string, text: string) =>
    (await work.perform('accountant1', 'question.ask', { questionId: randomUUID(), cardId, path, text })).state;
  expect(await ask('no such field', 'Is it still a Kft.?')).toBe('rejected');
  expect(await ask('legalName', '     ')).toBe('rejected');
  expect(await ask('legalName', 'Is it still a Kft.?')).toBe('applied');
  expect(await ask('contacts.*.name', 'Who signs for them?')).toBe('applied');
});

describe('an accountant opens a card', () => {
  test('it is theirs for fifteen minutes, longer while they work on it, and everybody’s after that', async () => {
    const work = await world.newCompany();
    const card = await work.handOver();
    await work.must('accountant1', 'queue.claim', card);
    world.wait(14);
    await work.must('accountant1', 'queue.renew', card);
    world.wait(14);
    expect((await work.perform('accountant2', 'queue.claim', card)).refusal?.code).toBe('queue.held');
    world.wait(2);
    expect((await work.item('accountant2', card.cardId))?.row.heldBy).toBeNull();
    await work.must('accountant2', 'queue.claim', card);
    expect((await work.perform('accountant1', 'handoff.accept', card)).refusal?.code).toBe('queue.not-yours');
  });

  test('puts it back, and the next one can have it at once', async () => {
    const work = await world.newCompany();
    const card = await work.handOver();
    await work.must('accountant1', 'queue.claim', card);
    await work.must('accountant1', 'queue.put-back', card);
    await work.must('accountant2', 'queue.claim', card);
    expect((await work.list('accountant1')).counts).toMatchObject({ waiting: 1, mine: 0 });
    expect((await work.list('accountant2')).counts).toMatchObject({ waiting: 1, mine: 1 });
  });

  test('puts it away until tomorrow: it leaves the list, keeps its due time and comes back by itself', async () => {
    const work = await world.newCompany();
    const card = await work.handOver();
    const dueAt = (await work.item('accountant1', card.cardId))?.row.dueAt;
    await work.must('accountant1', 'queue.claim', card);
    await work.must('accountant1', 'queue.snooze', { ...card, until: '2027-01-11T08:00:00.000Z' });
    expect((await work.list('accountant1')).rows).toEqual([]);
    const [snoozed] = (await work.list('accountant1', 'snoozed')).rows;
    expect(snoozed).toMatchObject({ dueAt, snoozedUntil: '2027-01-11T08:00:00.000Z', heldBy: null });
    world.wait(60 * 24 * 60);
    const back = await work.list('accountant1');
    expect(back.rows).toEqual([expect.objectContaining({ cardId: card.cardId, dueAt, snoozedUntil: null })]);
    expect(back.counts).toMatchObject({ snoozed: 0, pastDue: 1 });
    world.wait(-60 * 24 * 60);
  });

  test('the chief takes over what a colleague left open; another accountant may not', async () => {
    const work = await world.newCompany();
    const card = await work.handOver();
    await work.must('accountant1', 'queue.claim', card);
    expect((await work.perform('accountant2', 'queue.take-over', card)).refusal?.code).toBe('permission.denied');
    await work.must('chief', 'queue.take-over', card);
    expect((await work.perform('accountant1', 'handoff.accept', card)).refusal?.code).toBe('queue.not-yours');
  });

  test('the chief takes over what a colleague put away: it is awake again, and stays so when put back', async () => {
    const work = await world.newCompany();
    const card = await work.handOver();
    await work.must('accountant1', 'queue.claim', card);
    await work.must('accountant1', 'queue.snooze', { ...card, until: '2027-01-11T08:00:00.000Z' });
    await work.must('chief', 'queue.take-over', card);
    expect((await work.list('chief')).counts).toMatchObject({ mine: 1, snoozed: 0 });
    await work.must('chief', 'queue.put-back', card);
    expect((await work.list('accountant1')).counts).toMatchObject({ waiting: 1, snoozed: 0 });
  });
});

describe('an accountant returns a card', () => {
  test('not without a field, not with a code nobody knows, not with "other" and no words', async () => {
    const work = await world.newCompany();
    const card = await work.handOver();
    await work.must('accountant1', 'queue.claim', card);
    const bad = [
      [],
      [{ ...houseNumber, code: 'nope' }],
      [{ ...houseNumber, code: 'other', note: 'see me' }],
      [{ ...houseNumber, path: '' }],
    ];
    for (const points of bad) {
      expect((await work.perform('accountant1', 'handoff.return', { ...card, points, note: '' })).refusal?.code).toBe(
        'mutation.malformed',
      );
    }
    expect((await work.card('rep1', card.cardId)).status).toBe('handed-over');
  });

  test('and takes it back within ten seconds; later, or once the rep has begun, it stands', async () => {
    const work = await world.newCompany();
    const [quick, late, begun] = [await work.handOver(), await work.handOver(), await work.handOver()];
    for (const card of [quick, late, begun]) {
      await work.must('accountant1', 'queue.claim', card);
      await work.must('accountant1', 'handoff.return', { ...card, points: [houseNumber], note: '' });
    }
    world.wait(10 / 60);
    await work.must('accountant1', 'handoff.undo-return', quick);
    expect(await work.item('accountant1', quick.cardId)).toMatchObject({
      state: 'waiting',
      row: { returns: 0, heldBy: work.who('accountant1').userId },
    });
    expect((await work.card('rep1', quick.cardId)).status).toBe('handed-over');
    await work.must('rep1', 'card.edit', { ...begun, changes: { 'registeredAddress.houseNumber': '195' } });
    expect((await work.perform('accountant1', 'handoff.undo-return', begun)).refusal?.code).toBe(
      'handoff.answered-already',
    );
    world.wait(5 / 60);
    expect((await work.perform('accountant1', 'handoff.undo-return', late)).refusal?.code).toBe(
      'handoff.too-late-to-undo',
    );
  });

  test('the rep mends it: same record, next revision, same place, same clock, and the difference is shown', async () => {
    const work = await world.newCompany();
    const card = await work.handOver();
    const first = await work.item('accountant1', card.cardId);
    await work.must('accountant1', 'queue.claim', card);
    const phone = { path: `contacts.${CONTACT_ID}.phone`, code: 'wrong-format', note: '' };
    await work.must('accountant1', 'handoff.return', {
      ...card,
      points: [houseNumber, phone],
      note: 'The rest is fine.',
    });
    expect((await work.list('accountant1', 'with-rep')).rows).toHaveLength(1);
    world.wait(45);
    const changes = { 'registeredAddress.houseNumber': '195', [phone.path]: '+36301112233' };
    await work.must('rep1', 'card.edit', { cardId: card.cardId, changes });
    await work.must('rep1', 'card.hand-over', { cardId: card.cardId, handoffId: randomUUID() });
    const again = await work.item('accountant2', card.cardId);
    expect(again).toMatchObject({
      state: 'waiting',
      row: { revision: 2, returns: 1, changed: 2, firstReceivedAt: first?.row.firstReceivedAt, heldBy: null },
      // That the number changed is seen, the number is not.
      changes: [
        { path: phone.path, before: null, after: null },
        { path: 'registeredAddress.houseNumber', before: '193. 2/5.', after: '195' },
      ],
      returns: [{ revision: 1, points: [houseNumber, phone], note: 'The rest is fine.', byName: 'accountant1' }],
    });
    expect(JSON.stringify(again)).not.toContain('+36301112233');
    expect(again?.row.dueAt).toBe(addMs(world.now(), 4 * 60 * 60 * 1000));
    expect(String(first?.row.dueAt) > String(again?.row.dueAt)).toBe(true);
    expect((await work.item('sales', card.cardId))?.changes.map(({ path }) => path)).toEqual([
      phone.path,
      'registeredAddress.houseNumber',
    ]);
    expect((await work.perform('accountant1', 'handoff.accept', card)).refusal?.code).toBe('queue.not-yours');
    world.wait(-45);
  });
});

describe('the load of each accountant', () => {
  test('counts what they hold, put away, accepted and returned today', async () => {
    const work = await world.newCompany();
    const cards = [await work.handOver(), await work.handOver(), await work.handOver(), await work.handOver()] as const;
    for (const card of cards) await work.must('accountant1', 'queue.claim', card);
    await work.must('accountant1', 'handoff.accept', cards[0]);
    await work.must('accountant1', 'handoff.return', { ...cards[1], points: [houseNumber], note: '' });
    await work.must('accountant1', 'queue.snooze', { ...cards[2], until: '2027-01-11T08:00:00.000Z' });
    const load = await countLoad(world.server, work.who('chief'));
    expect(load).toEqual([
      {
        userId: work.who('accountant1').userId,
        name: 'accountant1',
        held: 1,
        acceptedToday: 1,
        returnedToday: 1,
        snoozed: 1,
      },
      {
        userId: work.who('accountant2').userId,
        name: 'accountant2',
        held: 0,
        acceptedToday: 0,
        returnedToday: 0,
        snoozed: 0,
      },
      { userId: work.who('chief').userId, name: 'chief', held: 0, acceptedToday: 0, returnedToday: 0, snoozed: 0 },
    ]);
    world.wait(60 * 24);
    expect((await countLoad(world.server, work.who('chief')))[0]).toMatchObject({ held: 0, acceptedToday: 0 });
    world.wait(-60 * 24);
  });
});

describe('the list', () => {
  test('finds a card by a piece of its name in any spelling, or by its tax number', async () => {
    const work = await world.newCompany();
    const { cardId } = await work.handOver('rep1', { legalName: 'Kék „Madár” Óvodaellátó Kft.' });
    const other = await work.handOver('rep1', { legalName: 'Tisza 100% Ajándék Kft.' });
    const taxNumber = String((await work.card('rep1', cardId)).values['taxNumber']);
    const found = async (search: string) =>
      (await work.list('accountant1', 'waiting', search)).rows.map((row) => row.cardId);
    expect(await found('kek madar')).toEqual([cardId]);
    expect(await found('ÓVODA')).toEqual([cardId]);
    expect(await found(taxNumber.slice(0, 8))).toEqual([cardId]);
    expect(await found('100%')).toEqual([other.cardId]);
    expect(await found('1_0%')).toEqual([]);
    expect(await found('nobody')).toEqual([]);
  });
});
