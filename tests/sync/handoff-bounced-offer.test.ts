import { randomUUID } from 'node:crypto';
import { bounceOverdueOffers, createOfficeSpine } from '@cession/server/app/bounce-overdue-offers.ts';
import { serverTimer } from '@cession/server/app/server-env.ts';
import { listUnansweredOffers } from '@cession/server/handoff/overdue-offers.ts';
import { userTable } from '@cession/server/people/auth-tables.ts';
import { membershipTable } from '@cession/server/people/people-tables.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openQueueWorld, type QueueWorld } from './queue-world.ts';

let world: QueueWorld;
beforeAll(async () => {
  world = await openQueueWorld();
});
afterAll(() => world.stop());

const HOUR = 60;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function companyWithMember() {
  const work = await world.newCompany();
  const id = work.who('rep1').userId as typeof userTable.$inferInsert.id;
  const { database } = world.server;
  await database.insert(userTable).values({ id, name: 'rep1', email: `${id}@danube.example` });
  const memberOf = work.companyId;
  await database
    .insert(membershipTable)
    .values({ userId: id as typeof membershipTable.$inferInsert.userId, memberOf, roles: ['rep'], active: true });
  return work;
}

test('an offer nobody answers for two business days bounces back, once, and the sales manager sees it', async () => {
  const work = await companyWithMember();
  const { cardId } = await work.capture('rep1');
  const { cardId: answered } = await work.capture('rep1');
  for (const id of [cardId, answered]) {
    await work.must('rep1', 'card.offer-ownership', { cardId: id, to: work.who('manager').userId, because: 'Yours.' });
  }
  await work.must('manager', 'card.decline-ownership', { cardId: answered, because: 'Not yet signed.' });
  const office = createOfficeSpine({ ...world.server, timer: serverTimer, log: quiet });
  const check = () => bounceOverdueOffers(world.server, office);
  world.wait(47 * HOUR);
  await check();
  expect((await work.card('manager', cardId)).offer).not.toBeNull();
  world.wait(2 * HOUR);
  await Promise.all([check(), check()]);
  expect(await work.card('rep1', cardId)).toMatchObject({ offer: null, bounced: { by: null, at: world.now() } });
  await expect(work.card('manager', cardId)).rejects.toThrow('does not see');
  expect(await listUnansweredOffers(world.server, work.who('sales'))).toEqual([
    expect.objectContaining({ cardId, ownerName: 'rep1', bouncedAt: world.now() }),
  ]);
  const sent = await work.perform('rep1', 'card.bounce-offer', { cardId, offeredAt: world.now() });
  expect(sent.state).not.toBe('applied');
  await office.stop();
});

test('the office’s clock does nothing in a person’s name, whoever left a request for it in the ledger', async () => {
  const work = await companyWithMember();
  const { cardId } = await work.capture('rep1');
  await work.must('rep1', 'card.offer-ownership', { cardId, to: work.who('manager').userId, because: 'Yours.' });
  const args = { cardId, offeredAt: world.now() };
  const act = { id: randomUUID(), name: 'card.bounce-offer', v: 1, args, at: world.now() };
  const left = await world.server.spine.perform(work.who('rep2'), act);
  expect(left).toMatchObject({ ok: true, value: { state: 'held' } });
  const office = createOfficeSpine({ ...world.server, timer: serverTimer, log: quiet });
  const done = await office.perform(work.who('rep2'), act);
  expect(done).toMatchObject({ ok: true, value: { state: 'rejected', refusal: { code: 'permission.denied' } } });
  expect((await work.card('manager', cardId)).offer).not.toBeNull();
  await office.stop();
});
