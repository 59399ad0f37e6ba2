import { randomUUID } from 'node:crypto';
import type { CardId } from '@cession/shared/card/card.ts';
import { resolveConflict } from '@cession/shared/card/resolve-conflict.ts';
import { shareCard } from '@cession/shared/card/share-card.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capture, cardOn, edit, handOver, must, stateOf, type JourneyPhone } from './journey-phone.ts';
import { openJourney, type Journey } from './journey-world.ts';
import { newCustomer } from './work-at-company.ts';

let world: Journey;
beforeAll(async () => {
  world = await openJourney();
});
afterAll(() => world.stop());

/** A card two reps work on, on both their phones, both of them out of signal now. */
async function sharedCard(): Promise<{ owner: JourneyPhone; helper: JourneyPhone; cardId: CardId }> {
  const [owner, helper] = [await world.phone('rep1@danube.example'), await world.phone('rep2@danube.example')];
  await owner.syncNow();
  const cardId = await capture(owner, newCustomer());
  await edit(owner, cardId, { legalName: 'Közös Játék Kft.', toneNote: 'Friendly.', shortName: 'Közös' });
  await must(owner, shareCard, { cardId, userId: helper.profile.userId, shared: true });
  await owner.syncNow();
  await helper.syncNow();
  for (const phone of [owner, helper]) phone.line.cut(true);
  return { owner, helper, cardId };
}

async function backOnline(...phones: readonly JourneyPhone[]): Promise<void> {
  // One after the other; then once more, because the last to arrive is news to the first.
  for (const phone of [...phones, ...phones]) {
    phone.line.cut(false);
    await phone.syncNow();
  }
}

const conflictsOf = (phone: JourneyPhone, cardId: CardId) =>
  phone.rows('conflicts').filter(({ rowId }) => rowId === cardId);

describe('two reps edit one card, both with no signal', () => {
  test('different fields merge on both phones, and nobody is asked anything', async () => {
    const { owner, helper, cardId } = await sharedCard();
    await edit(owner, cardId, { contractNumber: 'A-17', contractDate: '2026-05-05' });
    await edit(helper, cardId, { paymentTermsDays: 45 });
    await backOnline(owner, helper);
    for (const phone of [owner, helper]) {
      const merged = { contractNumber: 'A-17', contractDate: '2026-05-05', paymentTermsDays: 45 };
      expect(cardOn(phone, cardId)?.values).toMatchObject(merged);
      expect(conflictsOf(phone, cardId)).toEqual([]);
    }
    expect(cardOn(helper, cardId)).toEqual(cardOn(owner, cardId));
  });

  test('I6, I9: the same hard field waits for a person, is seen by both, and keeps the card from accounting', async () => {
    const { owner, helper, cardId } = await sharedCard();
    await edit(owner, cardId, { legalName: 'Közös Játékok Kft.' });
    await edit(helper, cardId, { legalName: 'Közös Játék Zrt.', paymentTermsDays: 60 });
    await backOnline(owner, helper);
    for (const phone of [owner, helper]) {
      expect(stateOf(phone, cardId)).toEqual({ state: 'conflict' });
      expect(cardOn(phone, cardId)?.values).toMatchObject({ legalName: 'Közös Játékok Kft.', paymentTermsDays: 60 });
      expect(conflictsOf(phone, cardId)).toMatchObject([
        { status: 'open', path: 'legalName', theirs: 'Közös Játékok Kft.', mine: 'Közös Játék Zrt.' },
      ]);
    }
    await handOver(owner, cardId);
    await owner.syncNow();
    expect(owner.sync.outbox.items().map(({ refusal }) => refusal)).toEqual([
      { code: 'conflict.open', paths: ['legalName'] },
    ]);

    const [conflict] = conflictsOf(helper, cardId);
    if (!conflict) throw new Error('seen above');
    const decision = { conflictId: conflict.id, cardId, path: 'legalName', value: 'Közös Játék Zrt.' };
    await must(helper, resolveConflict, decision);
    await backOnline(helper, owner);
    const [refused] = owner.sync.outbox.items();
    await owner.sync.outbox.discard(refused?.id ?? '');
    await handOver(owner, cardId);
    await backOnline(owner, helper);
    for (const phone of [owner, helper]) {
      expect(cardOn(phone, cardId)).toMatchObject({ status: 'handed-over', values: { legalName: 'Közös Játék Zrt.' } });
      expect(conflictsOf(phone, cardId)).toMatchObject([{ status: 'resolved', resolvedBy: helper.profile.userId }]);
    }
    const items = await world.sql<{ revision: number }>('select revision from queue_item where id = $1', [cardId]);
    expect(items).toEqual([{ revision: 1 }]);
  });

  test('I6: in a soft field the later arrival wins, and the value that lost is kept', async () => {
    const { owner, helper, cardId } = await sharedCard();
    await edit(owner, cardId, { shortName: 'Első' });
    await edit(helper, cardId, { shortName: 'Második' });
    await backOnline(owner, helper);
    for (const phone of [owner, helper]) {
      expect(cardOn(phone, cardId)?.values['shortName']).toBe('Második');
      expect(conflictsOf(phone, cardId)).toMatchObject([{ status: 'auto', theirs: 'Első', mine: 'Második' }]);
      expect(stateOf(phone, cardId)?.state).not.toBe('conflict');
    }
  });

  test('I6: two notes as long as notes may be, written at once, both stay', async () => {
    const { owner, helper, cardId } = await sharedCard();
    await edit(owner, cardId, { toneNote: 'a'.repeat(1900) });
    await edit(helper, cardId, { toneNote: 'b'.repeat(1900) });
    await backOnline(owner, helper);
    for (const phone of [owner, helper]) {
      const note = String(cardOn(phone, cardId)?.values['toneNote']);
      expect(note).toContain('a'.repeat(1900));
      expect(note).toContain('b'.repeat(1900));
    }
  });

  test('I6: two notes written at once both stay', async () => {
    const { owner, helper, cardId } = await sharedCard();
    await edit(owner, cardId, { toneNote: 'Friendly.\nLikes coffee.' });
    await edit(helper, cardId, { toneNote: 'Friendly.\nCalls in the morning.' });
    await backOnline(owner, helper);
    for (const phone of [owner, helper]) {
      expect(cardOn(phone, cardId)?.values['toneNote']).toContain('Likes coffee.');
      expect(cardOn(phone, cardId)?.values['toneNote']).toContain('Calls in the morning.');
      expect(conflictsOf(phone, cardId)).toEqual([]);
    }
  });

  test('I6: a note written twice with no signal does not wipe out the colleague’s words that met the first writing', async () => {
    const { owner, helper, cardId } = await sharedCard();
    await edit(owner, cardId, { toneNote: 'Likes coffee.' });
    await edit(helper, cardId, { toneNote: 'Calls in the morning.' });
    await edit(helper, cardId, { toneNote: 'Never calls.' });
    await backOnline(owner, helper);
    for (const phone of [owner, helper]) {
      expect(cardOn(phone, cardId)?.values['toneNote']).toContain('Likes coffee.');
      expect(cardOn(phone, cardId)?.values['toneNote']).toContain('Never calls.');
    }
    // Now it has been seen, and what one sees one may rewrite.
    await edit(helper, cardId, { toneNote: 'All is said.' });
    await backOnline(helper, owner);
    expect(cardOn(owner, cardId)?.values['toneNote']).toBe('All is said.');
  });

  test('a note rewritten again and again with no signal ends as it was written last', async () => {
    const { owner, cardId } = await sharedCard();
    for (const toneNote of ['First thoughts.', 'Second thoughts.', 'Last word.'])
      await edit(owner, cardId, { toneNote });
    await backOnline(owner);
    expect(cardOn(owner, cardId)?.values['toneNote']).toBe('Last word.');
  });

  test('I12: clocks that are days wrong change nothing about who wins', async () => {
    const DAY_MS = 24 * 60 * 60 * 1000;
    const { owner, cardId } = await sharedCard();
    const late = await world.phone('rep2@danube.example', { clockOffMs: -3 * DAY_MS });
    const early = await world.phone('rep1@danube.example', { clockOffMs: 3 * DAY_MS });
    for (const phone of [late, early]) await phone.syncNow();
    for (const phone of [late, early]) phone.line.cut(true);
    await edit(early, cardId, { shortName: 'From the future' });
    await edit(late, cardId, { shortName: 'From the past' });
    await backOnline(early, late, owner);
    for (const phone of [early, late, owner]) expect(cardOn(phone, cardId)?.values['shortName']).toBe('From the past');
  });
});

describe('whoever may not change a card', () => {
  /** A push by hand, as a phone of another rep could be made to send it. */
  async function pushAs(who: string, name: string, args: object) {
    const id = randomUUID();
    const { verdicts } = await (
      await world.desk(who)
    ).ask('sync.push', {
      ...{ p: 1, epoch: null, device: randomUUID(), incarnation: randomUUID(), app: 'by hand' },
      pending: { count: 1, oldest: null },
      mutations: [{ id, seq: 1, name, v: 1, args, at: '2026-11-21T10:00:00.000Z' as never }], // an instant
    });
    return verdicts[0];
  }

  test('I7: learns nothing about it by clashing with what stands there, nor by guessing it', async () => {
    const owner = await world.phone('rep1@danube.example');
    const cardId = await capture(owner, newCustomer());
    await edit(owner, cardId, { contractNumber: 'nobody-else-knows', toneNote: 'not for others', shortName: 'secret' });
    await owner.syncNow();
    for (const changes of [
      { contractNumber: 'a clash' },
      { contractNumber: 'nobody-else-knows' },
      { shortName: 'a clash' },
      { toneNote: 'joined' },
    ]) {
      const foreign = await pushAs('rep2@danube.example', 'card.edit', { cardId, changes });
      const missing = await pushAs('rep2@danube.example', 'card.edit', { cardId: randomUUID(), changes });
      expect({ ...foreign, id: '' }).toEqual({ ...missing, id: '' });
    }
    const stranger = await world.phone('rep2@danube.example');
    await stranger.syncNow();
    expect(JSON.stringify(stranger.line.heard)).not.toContain('nobody-else-knows');
    expect(await world.sql('select id from conflict where row_id = $1', [cardId])).toEqual([]);
  });

  test('while accounting has it: a late edit is refused in words and opens no conflict behind its back', async () => {
    const { owner, helper, cardId } = await sharedCard();
    await edit(helper, cardId, { legalName: 'Késő Kft.' });
    await edit(owner, cardId, { legalName: 'Közös Játékok Kft.' });
    await handOver(owner, cardId);
    await backOnline(owner, helper);
    expect(helper.sync.outbox.items().map(({ refusal, args }) => ({ refusal, args }))).toEqual([
      { refusal: { code: 'card.with-accounting' }, args: { cardId, changes: { legalName: 'Késő Kft.' } } },
    ]);
    expect(conflictsOf(owner, cardId)).toEqual([]);
    expect(stateOf(owner, cardId)?.state).toBe('sent');
  });
});

test('a conflict settled after acceptance brings the card before accounting again', async () => {
  const { owner, helper, cardId } = await sharedCard();
  const desk = await world.desk('accountant1@danube.example');
  await edit(helper, cardId, { legalName: 'Más Kft.' });
  await edit(owner, cardId, { legalName: 'Közös Játékok Kft.' });
  const handoffId = await handOver(owner, cardId);
  await backOnline(owner);
  await desk.perform('queue.claim', { cardId });
  expect((await desk.perform('handoff.accept', { cardId, handoffId })).state).toBe('applied');
  await backOnline(helper, owner);
  const [conflict] = conflictsOf(helper, cardId);
  expect(conflict).toMatchObject({ status: 'open', theirs: 'Közös Játékok Kft.', mine: 'Más Kft.' });
  if (!conflict) throw new Error('seen above');
  await must(helper, resolveConflict, { conflictId: conflict.id, cardId, path: 'legalName', value: 'Más Kft.' });
  await backOnline(helper, owner);
  expect(cardOn(owner, cardId)).toMatchObject({ status: 'draft', values: { legalName: 'Más Kft.' } });
});
