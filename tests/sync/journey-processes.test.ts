import { randomUUID } from 'node:crypto';
import type { FetchIt } from '@cession/client/sync/http-transport.ts';
import type { CardId } from '@cession/shared/card/card.ts';
import type { InputOf } from '@cession/shared/procedures.ts';
import { shareCard } from '@cession/shared/card/share-card.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { capture, cardOn, edit, handOver, must } from './journey-phone.ts';
import { openJourney, type Desk, type Journey } from './journey-world.ts';
import { newCustomer } from './work-at-company.ts';

const WRITERS = 16;
const PUSHES = 6;

let world: Journey;
let servers: readonly FetchIt[];
beforeAll(async () => {
  world = await openJourney();
  servers = [world.app.fetch, await world.another()];
});
afterAll(() => world.stop());

const serverAt = (at: number): FetchIt => servers[at % servers.length] ?? world.app.fetch;

test('I5: sixteen reps’ phones write cards through two processes while three phones read: none misses a card', async () => {
  const written = new Map<string, number>();
  let isWriting = true;
  const write = async (writer: number) => {
    const desks = await Promise.all([0, 1].map((at) => world.desk('rep1@danube.example', serverAt(at))));
    const installation = { device: randomUUID(), incarnation: randomUUID() };
    for (let push = 0; push < PUSHES; push += 1) {
      const desk = desks[(writer + push) % 2];
      if (!desk) throw new Error('there are two');
      for (const [id, ver] of await pushTwoCards(desk, installation, push)) written.set(id, ver);
    }
  };
  const read = async (reader: number) => {
    const phone = await world.phone('rep1@danube.example');
    let missed = 0;
    for (let round = 0, isLast = false; !isLast; round += 1) {
      isLast = !isWriting;
      phone.line.moveTo(serverAt(reader + round));
      await phone.syncNow();
      const { cursor } = phone.sync.mirror.meta('server');
      missed += [...written].filter(([id, ver]) => ver <= cursor && cardOn(phone, id) === null).length;
    }
    expect([...written.keys()].filter((id) => cardOn(phone, id) === null)).toEqual([]);
    return missed;
  };
  const readers = Promise.all([0, 1, 2].map((reader) => read(reader)));
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer))).finally(() => {
    isWriting = false;
  });
  expect(await readers).toEqual([0, 0, 0]);
  expect(written.size).toBe(WRITERS * PUSHES * 2);
});

/** Answers the cards and the version they came in with. */
async function pushTwoCards(desk: Desk, installation: { device: string; incarnation: string }, push: number) {
  const cardIds = [randomUUID(), randomUUID()];
  const mutations = cardIds.map((cardId, at) => ({
    ...{ id: randomUUID(), seq: push * 2 + at + 1, name: 'card.create', v: 1, at: '2026-11-21T10:00:00.000Z' },
    args: { cardId, jurisdiction: 'HU', changes: { legalName: `Gyors ${cardId}` } },
  }));
  const request = { p: 1, epoch: null, ...installation, app: 'test', pending: { count: 2, oldest: null }, mutations };
  const { verdicts } = await desk.ask('sync.push', request as InputOf<'sync.push'>); // instants written above
  expect(verdicts.map(({ state }) => state)).toEqual(['applied', 'applied']);
  return cardIds.map((id, at) => [id, verdicts[at]?.ver ?? Number.NaN] as const);
}

test('two people work on one card through two processes at once: every field of both arrives, and both see the same', async () => {
  const [owner, helper] = [await world.phone('rep1@danube.example'), await world.phone('rep2@danube.example')];
  helper.line.moveTo(serverAt(1));
  const cardId = await capture(owner, newCustomer());
  await must(owner, shareCard, { cardId, userId: helper.profile.userId, shared: true });
  await owner.syncNow();
  await helper.syncNow();
  for (let round = 0; round < 15; round += 1) {
    await Promise.all([
      edit(owner, cardId, { contractNumber: `N-${round}` }),
      edit(helper, cardId, { paymentTermsDays: round }),
    ]);
    await Promise.all([owner.syncNow(), helper.syncNow()]);
    for (const phone of [owner, helper]) await phone.syncNow();
    for (const phone of [owner, helper]) {
      expect(cardOn(phone, cardId)?.values).toMatchObject({ contractNumber: `N-${round}`, paymentTermsDays: round });
    }
  }
  expect([...owner.seen(), ...helper.seen()]).toEqual([]);
});

test('I2: one push delivered to two processes at the same moment takes effect once', async () => {
  for (let round = 0; round < 8; round += 1) {
    const phone = await world.phone('rep1@danube.example');
    await phone.syncNow();
    phone.line.cut(true);
    const cardId = await capture(phone, newCustomer());
    await handOver(phone, cardId);
    phone.line.cut(false);
    phone.line.moveTo(throughBoth());
    await phone.syncNow();
    const [found] = await world.sql(
      `select (select count(*)::int from handoff where card_id = $1) as handoffs,
        (select count(*)::int from queue_item where id = $1) as items`,
      [cardId],
    );
    expect(found).toEqual({ handoffs: 1, items: 1 });
    expect(phone.sync.outbox.items()).toEqual([]);
  }
});

/** Both processes get the request; the phone hears one of them, and both must have said the same of each mutation. */
function throughBoth(): FetchIt {
  return async (url, init) => {
    const answers = await Promise.all([0, 1].map((at) => serverAt(at)(url, init)));
    const [first, second] = await Promise.all(answers.map((answer) => answer.text()));
    if (url.endsWith('sync.push') && verdictsIn(second) !== verdictsIn(first)) throw new Error('they disagree');
    return new Response(first, { headers: { 'content-type': 'application/json' } });
  };
}

function verdictsIn(text: string | undefined): string {
  return JSON.stringify((JSON.parse(text ?? '') as { result: { data: { verdicts: unknown } } }).result.data.verdicts); // what sync.push answers
}

test('what one process accepts, an accountant at the other sees; the lease holds over both', async () => {
  const phone = await world.phone('rep1@danube.example');
  phone.line.moveTo(serverAt(1));
  const cardId: CardId = await capture(phone, newCustomer());
  await handOver(phone, cardId);
  await phone.syncNow();
  const [here, there] = [
    await world.desk('accountant1@danube.example', serverAt(0)),
    await world.desk('accountant2@danube.example', serverAt(1)),
  ];
  expect((await here.ask('queue.item', { cardId }))?.row).toMatchObject({ cardId, revision: 1 });
  expect((await here.perform('queue.claim', { cardId })).state).toBe('applied');
  expect((await there.perform('queue.claim', { cardId })).refusal?.code).toBe('queue.held');
});
