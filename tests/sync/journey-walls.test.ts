import { randomUUID } from 'node:crypto';
import type { InputOf } from '@cession/shared/procedures.ts';
import { acceptOwnership, offerOwnership } from '@cession/shared/card/ownership.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capture, cardOn, edit, handOver, must, stateOf } from './journey-phone.ts';
import { newRussianCustomer, openJourney, type Journey } from './journey-world.ts';
import { newCustomer } from './work-at-company.ts';

let world: Journey;
beforeAll(async () => {
  world = await openJourney();
});
afterAll(() => world.stop());

describe('a card passes to somebody else', () => {
  test('I6, I7: the old owner’s phone puts it away, and what it still wanted gets an answer and stays in sight', async () => {
    const [rep, drawer, manager] = [
      await world.phone('rep1@danube.example'),
      await world.phone('rep1@danube.example'),
      await world.phone('manager@danube.example'),
    ];
    const cardId = await capture(rep, newCustomer());
    const handoffId = await handOver(rep, cardId);
    await rep.syncNow();
    const desk = await world.desk('accountant1@danube.example');
    await desk.perform('queue.claim', { cardId });
    const points = [{ path: 'contractNumber', code: 'missing', note: '' }];
    await desk.perform('handoff.return', { cardId, handoffId, points, note: '' });
    for (const phone of [rep, drawer]) await phone.syncNow();
    drawer.line.cut(true);
    await edit(drawer, cardId, { contractNumber: 'written in the drawer' });

    await must(rep, offerOwnership, { cardId, to: manager.profile.userId, because: 'Signed.' });
    await rep.syncNow();
    await manager.syncNow();
    await must(manager, acceptOwnership, { cardId });
    await manager.syncNow();
    await edit(manager, cardId, { contractNumber: 'known to the manager only' });
    await manager.syncNow();

    drawer.line.cut(false);
    const before = drawer.line.heard.length;
    await drawer.syncNow();
    await rep.syncNow();
    for (const phone of [rep, drawer]) {
      expect(cardOn(phone, cardId)).toBeNull();
      expect(phone.rows('handoffs').filter((handoff) => handoff.cardId === cardId)).toEqual([]);
      expect(await phone.disk()).not.toContain('known to the manager only');
    }
    expect(JSON.stringify(drawer.line.heard.slice(before))).not.toContain('known to the manager only');
    expect(drawer.sync.outbox.items().map(({ name, args, refusal }) => ({ name, args, refusal }))).toEqual([
      {
        name: 'card.edit',
        args: { cardId, changes: { contractNumber: 'written in the drawer' } },
        refusal: { code: 'card.not-found' },
      },
    ]);
    expect(cardOn(manager, cardId)?.values['contractNumber']).toBe('known to the manager only');
    expect(manager.rows('handoffs').some((handoff) => handoff.cardId === cardId)).toBe(true);
  });
});

describe('I7: two companies on one server', () => {
  const DANUBE = ['rep1', 'rep2', 'manager', 'coordinator', 'accountant1', 'chief', 'sales', 'admin', 'auditor'];

  /** Everything by which a row of the other company could be recognised. */
  async function foreignMarks(companyId: string): Promise<readonly string[]> {
    const rows = await world.sql<{ mark: string }>(
      `select id::text as mark from card union select id::text from handoff union select id::text from mutation
        union select id::text from people union select id::text from conflict union select id::text from question`,
      [],
      companyId,
    );
    return [companyId, 'volga.example', 'VOLGA-TAG', ...rows.map(({ mark }) => mark)];
  }

  test('nothing of the other one is in any answer, or on any phone', async () => {
    const volga = await world.phone('rep@volga.example');
    const tagged = {
      ...newRussianCustomer(),
      legalName: 'VOLGA-TAG',
      contractNumber: 'VOLGA-TAG',
      toneNote: 'VOLGA-TAG',
    };
    const cardId = await capture(volga, tagged, 'RU');
    await handOver(volga, cardId);
    await volga.syncNow();
    const marks = await foreignMarks(volga.profile.companyId);
    expect(marks.length).toBeGreaterThan(8);
    const found: string[] = [];
    const scan = (where: string, text: string) => {
      for (const mark of marks) if (text.includes(mark)) found.push(`${where}: ${mark}`);
    };
    const filter = { jurisdiction: null, search: '', from: null };
    for (const name of DANUBE) {
      const phone = await world.phone(`${name}@danube.example`);
      await phone.syncNow();
      expect(phone.sync.mirror.rows('people').length).toBeGreaterThan(5);
      scan(`${name}’s phone`, await phone.disk());
      scan(`an answer to ${name}’s phone`, JSON.stringify(phone.line.heard));
      const cookie = await world.app.signIn(`${name}@danube.example`);
      for (const [procedure, input] of [
        ...(['waiting', 'mine', 'snoozed', 'with-rep'] as const).map(
          (show) => ['queue.list', { show, jurisdiction: null, search: 'VOLGA' }] as const,
        ),
        ['queue.item', { cardId }],
        ['queue.load', {}],
        ['accepted.list', { ...filter, page: 0 }],
        ['accepted.export', { ...filter, format: 'json' }],
        ['people.list', {}],
        ['office.held-up', {}],
      ] as const) {
        scan(`${procedure} for ${name}`, JSON.stringify((await world.app.ask(cookie, procedure, input)).body));
      }
    }
    expect(found).toEqual([]);
  });

  test('ids of the other one answer nothing, and reusing them harms nobody', async () => {
    const volga = await world.phone('rep@volga.example');
    const cardId = await capture(volga, newRussianCustomer(), 'RU');
    const [theirs] = volga.sync.outbox.items();
    await volga.syncNow();
    const danube = await world.desk('rep1@danube.example');
    const asked: InputOf<'sync.pull'> = {
      ...{ p: 1 as const, epoch: null, device: randomUUID(), incarnation: randomUUID(), page: null, limit: 10 },
      ...{ scope: null, cursor: 0 },
      verdictsFor: [theirs?.id ?? ''],
    };
    expect((await danube.ask('sync.pull', asked)).verdicts).toEqual([]);
    const known = await danube.ask('sync.reconcile', { p: 1, device: randomUUID(), ids: [theirs?.id ?? ''] });
    expect(known.missing).toEqual([theirs?.id]);
    expect((await danube.perform('card.create', { cardId, jurisdiction: 'HU', changes: {} })).state).toBe('applied');
    await volga.syncNow();
    expect(cardOn(volga, cardId)).toMatchObject({ jurisdiction: 'RU', ownerId: volga.profile.userId });
  });
});

test('I8: a card that breaks the server goes to the office, and delays no other card', async () => {
  // The database itself refuses this one row, as it would any mistake of ours that a schema did not catch.
  await world.app.database.$client.query(
    `alter table card add constraint no_poison check (values->>'legalName' is distinct from 'Poison Kft.') not valid`,
  );
  const phone = await world.phone('rep1@danube.example');
  await phone.syncNow();
  phone.line.cut(true);
  const before = await capture(phone, newCustomer());
  const poison = await capture(phone, { ...newCustomer(), legalName: 'Poison Kft.' });
  await edit(phone, poison, { paymentTermsDays: 90 });
  const after = await capture(phone, newCustomer());
  for (const cardId of [before, after]) await handOver(phone, cardId);
  phone.line.cut(false);
  phone.line.fail('again later');
  await phone.syncNow();
  const queued = await world.sql<{ id: string }>('select id from queue_item where id = any($1)', [
    [before, poison, after],
  ]);
  expect(new Set(queued.map(({ id }) => id))).toEqual(new Set([before, after]));
  for (const cardId of [before, after]) expect(stateOf(phone, cardId)?.state).toBe('sent');

  await phone.line.deliverLate(2);
  await phone.syncNow();
  expect(stateOf(phone, poison)).toEqual({ state: 'in-review' });
  expect(cardOn(phone, poison)?.values).toMatchObject({ legalName: 'Poison Kft.', paymentTermsDays: 90 });
  expect(phone.sync.outbox.items().map(({ name, status }) => [name, status])).toEqual([
    ['card.create', 'quarantined'],
    ['card.edit', 'held'],
  ]);
  const office = await (await world.desk('admin@danube.example')).ask('office.held-up', {});
  expect(office.quarantined).toMatchObject([{ name: 'card.create', userName: phone.profile.name }]);
  expect(JSON.stringify(office.quarantined)).not.toContain('Poison Kft.');
  const next = await capture(phone, newCustomer());
  await handOver(phone, next);
  await phone.syncNow();
  expect(stateOf(phone, next)?.state).toBe('sent');
});
