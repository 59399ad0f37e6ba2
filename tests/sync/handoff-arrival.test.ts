import { createHash, randomUUID } from 'node:crypto';
import { listAccepted } from '@cession/server/handoff/list-accepted.ts';
import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import type { Handoff } from '@cession/shared/handoff/handoff.ts';
import type { CardKey } from '@cession/shared/card/card-key.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTACT_ID, russianOoo } from '../support/sample-cards.ts';
import { openQueueWorld, type QueueWorld } from './queue-world.ts';
import { newCustomer, pushOf } from './work-at-company.ts';

let world: QueueWorld;
beforeAll(async () => {
  world = await openQueueWorld();
});
afterAll(() => world.stop());

describe('a card is handed over', () => {
  test('sealed, with the moment it arrived, and due one business day later', async () => {
    const work = await world.newCompany();
    const { cardId, handoffId } = await work.handOver();
    const handoff = (await work.phone('rep1')).find(({ id }) => id === handoffId)?.row as Handoff;
    const seal = createHash('sha256').update(canonicalJson(handoff.snapshot)).digest('hex');
    expect(handoff).toMatchObject({ sha256: seal, receivedAt: world.now(), state: 'waiting', revision: 1 });
    expect((await work.item('accountant1', cardId))?.row).toMatchObject({
      receivedAt: world.now(),
      dueAt: '2026-11-25T08:30:00.000Z',
    });
  });

  test('a phone holds no queue, an accountant’s phone holds no cards', async () => {
    const work = await world.newCompany();
    await work.handOver();
    const tablesOf = async (name: 'rep1' | 'rep2' | 'accountant1') =>
      new Set((await work.phone(name)).map(({ table }) => table));
    expect(await tablesOf('rep1')).toEqual(new Set(['card-keys', 'cards', 'companies', 'handoffs', 'people']));
    expect(await tablesOf('rep2')).toEqual(new Set(['card-keys', 'companies', 'people']));
    expect(await tablesOf('accountant1')).toEqual(new Set(['companies', 'people']));
  });

  test('accepted, changed in a hard field and handed over again: a new job with a clock of its own', async () => {
    const work = await world.newCompany();
    const card = await work.handOver();
    await work.must('accountant1', 'queue.claim', card);
    await work.must('accountant1', 'handoff.accept', card);
    world.wait(90);
    await work.must('rep1', 'card.edit', { cardId: card.cardId, changes: { paymentTermsDays: 45 } });
    await work.must('rep1', 'card.hand-over', { cardId: card.cardId, handoffId: randomUUID() });
    expect((await work.item('accountant1', card.cardId))?.row).toMatchObject({
      revision: 2,
      returns: 0,
      firstReceivedAt: world.now(),
    });
    world.wait(-90);
  });

  test('accepted, then a person or a bank account is taken off it: accounting must see it again', async () => {
    const work = await world.newCompany();
    const card = await work.handOver();
    await work.must('accountant1', 'queue.claim', card);
    await work.must('accountant1', 'handoff.accept', card);
    await work.must('rep1', 'card.edit', { cardId: card.cardId, changes: { toneNote: 'Call before ten.' } });
    expect((await work.card('rep1', card.cardId)).status).toBe('accepted');
    const changes = { [`contacts.${CONTACT_ID}.removed`]: true };
    await work.must('rep1', 'card.edit', { cardId: card.cardId, changes });
    expect((await work.card('rep1', card.cardId)).status).toBe('draft');
  });
});

describe('two reps capture the same customer', () => {
  test('the second hand-over hears whose it is already', async () => {
    const work = await world.newCompany();
    const customer = newCustomer();
    const first = await work.handOver('rep1', customer);
    const second = await work.capture('rep2', customer);
    const verdict = await work.perform('rep2', 'card.hand-over', { ...second, handoffId: randomUUID() });
    expect(verdict.refusal).toEqual({
      code: 'card.duplicate',
      otherId: first.cardId,
      name: customer['legalName'],
      ownerName: 'rep1',
    });
    expect(await work.item('accountant1', second.cardId)).toBeNull();
  });

  test('"keep both, because …" on either card lets it through', async () => {
    const work = await world.newCompany();
    for (const decider of ['rep1', 'rep2'] as const) {
      const customer = newCustomer();
      const first = await work.handOver('rep1', customer);
      const second = await work.capture('rep2', customer);
      const [own, other] = decider === 'rep1' ? [first, second] : [second, first];
      await work.must(decider, 'card.keep-both', {
        cardId: own.cardId,
        otherId: other.cardId,
        because: 'Two shops, two contracts.',
      });
      const verdict = await work.perform('rep2', 'card.hand-over', { ...second, handoffId: randomUUID() });
      expect(verdict.state).toBe('applied');
    }
  });

  test('"use it" brings the draft into the card there is; the rep helps with it from now on', async () => {
    const work = await world.newCompany();
    const customer = newCustomer();
    const first = await work.capture('rep1', { ...customer, toneNote: 'Call before ten.' });
    const second = await work.capture('rep2', { ...customer, shortName: 'Pöttyös' });
    await work.must('rep2', 'card.use-existing', { draftId: second.cardId, existingId: first.cardId });
    expect((await work.card('rep2', first.cardId)).values).toMatchObject({
      toneNote: 'Call before ten.',
      shortName: 'Pöttyös',
    });
    await expect(work.card('rep2', second.cardId)).rejects.toThrow('does not see');
    await work.must('rep2', 'card.hand-over', { ...first, handoffId: randomUUID() });
    const keys = (await work.phone('rep1'))
      .filter(({ table }) => table === 'card-keys')
      .map(({ row }) => row as CardKey);
    expect(keys.map(({ id, status }) => ({ id, status }))).toEqual([{ id: first.cardId, status: 'handed-over' }]);
  });

  test('"use it" on an accepted card: what it adds in hard fields, accounting must see', async () => {
    const work = await world.newCompany();
    const customer = newCustomer();
    const first = await work.handOver('rep1', customer);
    await work.must('accountant1', 'queue.claim', first);
    await work.must('accountant1', 'handoff.accept', first);
    const existingId = first.cardId;
    const same = await work.capture('rep2', { ...customer, toneNote: 'Call before ten.' });
    await work.must('rep2', 'card.use-existing', { draftId: same.cardId, existingId });
    expect((await work.card('rep1', existingId)).status).toBe('accepted');
    const account = 'bankAccounts.0f0e0d0c-0000-4000-8000-000000000001.holderName';
    const more = await work.capture('rep2', { ...customer, [account]: 'Somebody Else Kft.' });
    await work.must('rep2', 'card.use-existing', { draftId: more.cardId, existingId });
    const card = await work.card('rep1', existingId);
    expect(card.values[account]).toBe('Somebody Else Kft.');
    expect(card.status).toBe('draft');
    const cleared = { jurisdiction: null, search: '', from: null, page: 0 };
    expect(await listAccepted(world.server, work.who('chief'), cleared)).toEqual({ rows: [], total: 0 });
  });

  test('"use it" on a card that lies with accounting waits, if the draft holds more than that card', async () => {
    const work = await world.newCompany();
    const customer = newCustomer();
    const { cardId: existingId } = await work.handOver('rep1', customer);
    const more = await work.capture('rep2', { ...customer, toneNote: 'Call before ten.' });
    const refused = await work.perform('rep2', 'card.use-existing', { draftId: more.cardId, existingId });
    expect(refused.refusal?.code).toBe('card.with-accounting');
    expect((await work.card('rep2', more.cardId)).values['toneNote']).toBe('Call before ten.');
    const same = await work.capture('rep2', customer);
    await work.must('rep2', 'card.use-existing', { draftId: same.cardId, existingId });
  });

  test('a draft thrown away in the same push stands in nobody’s way', async () => {
    const work = await world.newCompany();
    const customer = newCustomer();
    const [wrong, right] = [await work.capture('rep1', customer), await work.capture('rep1', customer)];
    const push = pushOf(
      [
        { name: 'card.discard', args: wrong },
        { name: 'card.hand-over', args: { ...right, handoffId: randomUUID() } },
      ],
      world.now(),
    );
    const answer = await world.server.spine.receivePush(work.who('rep1'), push);
    expect(answer.ok && answer.value.verdicts.map(({ state }) => state)).toEqual(['applied', 'applied']);
  });

  test('the same name with another tax number stops nobody', async () => {
    const work = await world.newCompany();
    const customer = newCustomer();
    await work.handOver('rep1', customer);
    await work.handOver('rep2', { legalName: String(customer['legalName']) });
    expect((await work.list('accountant1')).rows.map(({ name }) => name)).toEqual([
      customer['legalName'],
      customer['legalName'],
    ]);
  });

  test('another branch of a Russian company is another customer; the same branch is not', async () => {
    const work = await world.newCompany('RU');
    const branch = (kpp: string) => work.capture('rep1', { ...russianOoo.values, kpp }, 'RU');
    const handOver = (card: object) => work.perform('rep1', 'card.hand-over', { ...card, handoffId: randomUUID() });
    expect((await handOver(await branch('774101001'))).state).toBe('applied');
    expect((await handOver(await branch('526043001'))).state).toBe('applied');
    expect((await handOver(await branch('774101001'))).refusal?.code).toBe('card.duplicate');
  });

  test('the same customer in another company is nobody’s business', async () => {
    const [ours, theirs] = [await world.newCompany(), await world.newCompany()];
    const customer = newCustomer();
    await theirs.handOver('rep1', customer);
    const { cardId } = await ours.handOver('rep1', customer);
    expect((await ours.list('accountant1')).rows.map((row) => row.cardId)).toEqual([cardId]);
  });

  test('both phones come out of the cellar at once: one gets through, twenty times out of twenty', async () => {
    const other = world.openServer();
    const work = await world.newCompany();
    for (let round = 0; round < 20; round += 1) {
      const customer = newCustomer();
      const pushes = [pushCaptured(customer), pushCaptured(customer)] as const;
      const answers = await Promise.all([
        world.server.spine.receivePush(work.who('rep1'), pushes[0]),
        other.spine.receivePush(work.who('rep2'), pushes[1]),
      ]);
      const last = answers.map((answer) => (answer.ok ? answer.value.verdicts.at(-1) : undefined));
      expect(new Set(last.map((verdict) => verdict?.refusal?.code ?? verdict?.state))).toEqual(
        new Set(['applied', 'card.duplicate']),
      );
    }
    expect((await work.list('accountant1')).counts.waiting).toBe(20);
  });

  function pushCaptured(customer: object) {
    const cardId = randomUUID();
    return pushOf(
      [
        { name: 'card.create', args: { cardId, jurisdiction: 'HU', changes: customer } },
        { name: 'card.hand-over', args: { cardId, handoffId: randomUUID() } },
      ],
      world.now(),
    );
  }
});

describe('two people disagree about a field', () => {
  test('the card stays with them until one of them has decided', async () => {
    const work = await world.newCompany();
    const { cardId } = await work.capture('rep1');
    await work.must('rep1', 'card.share', { cardId, userId: work.who('rep2').userId, shared: true });
    await work.must('rep1', 'card.edit', { cardId, changes: { contractNumber: 'A-1' } });
    const late = {
      id: randomUUID(),
      name: 'card.edit',
      v: 1,
      args: { cardId, changes: { contractNumber: 'B-2' } },
      at: world.now(),
    };
    const clash = await world.server.spine.perform(work.who('rep2'), { ...late, base: { [`cards:${cardId}`]: {} } });
    const conflictId = clash.ok ? clash.value.conflicts?.[0] : undefined;
    const refused = await work.perform('rep1', 'card.hand-over', { cardId, handoffId: randomUUID() });
    expect(refused.refusal).toEqual({ code: 'conflict.open', paths: ['contractNumber'] });
    await work.must('rep2', 'card.resolve-conflict', { conflictId, cardId, path: 'contractNumber', value: 'B-2' });
    await work.must('rep1', 'card.hand-over', { cardId, handoffId: randomUUID() });
    expect((await work.item('accountant1', cardId))?.values['contractNumber']).toBe('B-2');
  });
});

describe('a card passes from the rep to the client manager', () => {
  test('with everything that belongs to it; the rep keeps none of it', async () => {
    const work = await world.newCompany();
    const card = await work.handOver();
    await work.must('accountant1', 'question.ask', {
      questionId: randomUUID(),
      cardId: card.cardId,
      path: 'legalName',
      text: 'Is it still a Kft.?',
    });
    await work.must('rep1', 'card.offer-ownership', {
      cardId: card.cardId,
      to: work.who('manager').userId,
      because: 'Signed.',
    });
    expect((await work.card('manager', card.cardId)).offer?.at).toBe(world.now());
    expect((await work.phone('manager')).filter(({ table }) => table === 'handoffs')).toEqual([]);
    await work.must('manager', 'card.accept-ownership', { cardId: card.cardId });
    const held = async (name: 'rep1' | 'manager') =>
      (await work.phone(name))
        .map(({ table }) => table)
        .filter((table) => ['cards', 'handoffs', 'questions'].includes(table))
        .toSorted();
    expect(await held('manager')).toEqual(['cards', 'handoffs', 'questions']);
    expect(await held('rep1')).toEqual([]);
    expect((await work.item('accountant1', card.cardId))?.row.ownerName).toBe('manager');
  });

  test('and a helper sees the questions while they help, and no longer', async () => {
    const work = await world.newCompany();
    const card = await work.handOver();
    const questionId = randomUUID();
    await work.must('accountant1', 'question.ask', {
      questionId,
      cardId: card.cardId,
      path: 'legalName',
      text: 'Is it still a Kft.?',
    });
    const share = (shared: boolean) =>
      work.must('rep1', 'card.share', { cardId: card.cardId, userId: work.who('rep2').userId, shared });
    const sees = async () => (await work.phone('rep2')).some(({ id }) => id === questionId);
    await share(true);
    expect(await sees()).toBe(true);
    await share(false);
    expect(await sees()).toBe(false);
    expect((await work.perform('rep2', 'question.answer', { questionId, text: 'Yes.' })).refusal?.code).toBe(
      'question.not-found',
    );
    await work.must('rep1', 'question.answer', { questionId, text: 'Yes.' });
    expect((await work.item('accountant1', card.cardId))?.questions).toMatchObject([
      { answer: 'Yes.', answeredByName: 'rep1', askedByName: 'accountant1' },
    ]);
  });
});
