import { randomUUID } from 'node:crypto';
import { claimNext } from '@cession/server/handoff/claim-next.ts';
import type { Id } from '@cession/shared/kernel/id.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openQueueWorld, type QueueWorld } from './queue-world.ts';
import type { Name, Server, Work } from './work-at-company.ts';

let world: QueueWorld;
beforeAll(async () => {
  world = await openQueueWorld();
});
afterAll(() => world.stop());

const next = (work: Work, name: Name, through: Server = world.server, mutationId = randomUUID()) =>
  claimNext(through, work.who(name), { mutationId: mutationId as Id<'mutation'>, at: world.now() });

describe('two accountants never hold one item', () => {
  test('fifty times both open the same card in the same moment, through two servers: one gets it, the other hears who', async () => {
    const other = world.openServer();
    const work = await world.newCompany();
    const { cardId } = await work.handOver();
    for (let round = 0; round < 50; round += 1) {
      const verdicts = await Promise.all([
        work.perform('accountant1', 'queue.claim', { cardId }),
        work.perform('accountant2', 'queue.claim', { cardId }, other),
      ]);
      const states = verdicts.map(({ state }) => state);
      expect(states.toSorted()).toEqual(['applied', 'rejected']);
      const winner = states[0] === 'applied' ? 'accountant1' : 'accountant2';
      expect(verdicts.find(({ state }) => state === 'rejected')?.refusal).toEqual({
        code: 'queue.held',
        by: work.who(winner).userId,
      });
      expect((await work.item('chief', cardId))?.row.heldBy).toBe(work.who(winner).userId);
      await work.must(winner, 'queue.put-back', { cardId });
    }
  });

  test('everybody presses Next at once: each gets a card of their own, the most urgent ones', async () => {
    const other = world.openServer();
    const work = await world.newCompany();
    const cards = [];
    for (let count = 0; count < 6; count += 1) {
      cards.push((await work.handOver()).cardId);
      world.wait(5);
    }
    for (let round = 0; round < 10; round += 1) {
      const claims = await Promise.all([
        next(work, 'accountant1'),
        next(work, 'accountant2', other),
        next(work, 'chief'),
      ]);
      const claimed = claims.map((claim) => claim?.cardId);
      expect(new Set(claimed)).toEqual(new Set(cards.slice(0, 3)));
      const holders = await Promise.all(claimed.map((cardId) => work.item('auditor', String(cardId))));
      const expected = (['accountant1', 'accountant2', 'chief'] as const).map((name) => work.who(name).userId);
      expect(holders.map((item) => item?.row.heldBy)).toEqual(expected);
      world.wait(16);
    }
  });

  test('one card, four hands: three are told that nothing waits', async () => {
    const work = await world.newCompany();
    const { cardId } = await work.handOver();
    const names: Name[] = ['accountant1', 'accountant2', 'chief', 'accountant2'];
    const claims = await Promise.all(names.map((name) => next(work, name)));
    expect(claims.filter((claim) => claim?.cardId === cardId)).toHaveLength(1);
    expect(claims.filter((claim) => claim === null)).toHaveLength(3);
  });
});

describe('Next', () => {
  test('pressed twice by one person in one breath, leaves no card stuck with nobody', async () => {
    const work = await world.newCompany();
    await work.handOver();
    await work.handOver();
    const claims = await Promise.all([next(work, 'accountant1'), next(work, 'accountant1')]);
    const mine = (await work.list('accountant1', 'mine')).rows.map(({ cardId }) => cardId);
    expect(new Set(mine)).toEqual(new Set(claims.map((claim) => claim?.cardId)));
  });

  test('takes what is due first and leaves out what is held, put away or with the rep', async () => {
    const work = await world.newCompany();
    const [held, snoozed, returned, first, second] = [
      await work.handOver(),
      await work.handOver(),
      await work.handOver(),
      await work.handOver(),
      await work.handOver(),
    ];
    await work.must('accountant1', 'queue.claim', held);
    await work.must('accountant1', 'queue.claim', snoozed);
    const until = '2026-12-31T08:00:00.000Z';
    await work.must('accountant1', 'queue.snooze', { ...snoozed, until });
    await work.must('accountant1', 'queue.claim', returned);
    const points = [{ path: 'legalName', code: 'mismatch-with-register', note: '' }];
    await work.must('accountant1', 'handoff.return', { ...returned, points, note: '' });
    expect([await next(work, 'accountant2'), await next(work, 'accountant2'), await next(work, 'accountant2')]).toEqual(
      [
        { cardId: [first, second].toSorted(byId)[0]?.cardId },
        { cardId: [first, second].toSorted(byId)[1]?.cardId },
        null,
      ],
    );
  });

  test('asked again after its answer was lost, gives the same card and not a second one', async () => {
    const work = await world.newCompany();
    await work.handOver();
    world.wait(1);
    await work.handOver();
    const mutationId = randomUUID();
    const claimed = await next(work, 'accountant1', world.server, mutationId);
    expect(await next(work, 'accountant1', world.server, mutationId)).toEqual(claimed);
    expect((await work.list('accountant1', 'mine')).rows).toHaveLength(1);
  });

  test('never reaches into another company', async () => {
    const [ours, theirs] = [await world.newCompany(), await world.newCompany()];
    const { cardId } = await theirs.handOver();
    expect(await next(ours, 'accountant1')).toBeNull();
    expect(await ours.item('accountant1', cardId)).toBeNull();
    expect((await ours.perform('accountant1', 'queue.claim', { cardId })).refusal?.code).toBe('queue.not-waiting');
  });
});

function byId(a: { cardId: string }, b: { cardId: string }): number {
  return a.cardId < b.cardId ? -1 : 1;
}
