import { randomUUID } from 'node:crypto';
import { exportAccepted } from '@cession/server/handoff/export-accepted.ts';
import { listAccepted } from '@cession/server/handoff/list-accepted.ts';
import { canonicalJson, type Json } from '@cession/shared/kernel/canonical-json.ts';
import { procedures } from '@cession/shared/procedures.ts';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTACT_ID } from '../support/sample-cards.ts';
import { openQueueWorld, type QueueWorld } from './queue-world.ts';
import { pushOf, type Name, type Work } from './work-at-company.ts';

let world: QueueWorld;
let work: Work;
let accepted: { cardId: string; handoffId: string };

const phonePath = `contacts.${CONTACT_ID}.phone`;
const emailPath = `contacts.${CONTACT_ID}.email`;
const SECRETS = ['+36305550101', '+36305550202', 'director@secret.example', 'invoices@secret.example'];
const reach = { [phonePath]: SECRETS[0] ?? '', [emailPath]: SECRETS[2] ?? '', invoiceEmail: SECRETS[3] ?? '' };
const all = { jurisdiction: null, search: '', from: null } as const;

const exported = async (name: Name, format: 'csv' | 'csv-semicolon' | 'json') =>
  (await exportAccepted(world.server, work.who(name), { ...all, format })).text;

beforeAll(async () => {
  world = await openQueueWorld();
  work = await world.newCompany();
  accepted = await work.handOver('rep1', {
    ...reach,
    legalName: '=HYPERLINK("https://evil.example","Kft.")',
    contractNumber: '00032537',
  });
  await work.must('accountant1', 'queue.claim', accepted);
  const points = [{ path: phonePath, code: 'wrong-format', note: '' }];
  await work.must('accountant1', 'handoff.return', { ...accepted, points, note: '' });
  await work.must('rep1', 'card.edit', { cardId: accepted.cardId, changes: { [phonePath]: SECRETS[1] ?? '' } });
  const handoffId = randomUUID();
  await work.must('rep1', 'card.hand-over', { cardId: accepted.cardId, handoffId });
  accepted = { ...accepted, handoffId };
});
afterAll(() => world.stop());

function expectNoSecret(answer: unknown): void {
  const said = typeof answer === 'string' ? answer : JSON.stringify(answer);
  expect(SECRETS.filter((secret) => said.includes(secret))).toEqual([]);
}

describe('accounting never learns how to reach the customer', () => {
  test.each(['accountant1', 'chief', 'auditor'] as const)(
    '%s does not see it in the queue, but sees that it is there',
    async (name) => {
      const item = await work.item(name, accepted.cardId);
      expect(item?.hidden).toEqual([emailPath, phonePath, 'invoiceEmail'].toSorted());
      expect(item?.returns[0]?.points[0]?.path).toBe(phonePath);
      for (const answer of [
        item,
        await work.list(name),
        await work.list(name, 'waiting', 'secret'),
        await work.phone(name),
      ])
        expectNoSecret(answer);
    },
  );

  test('nor in any file it can take away; the sales manager and the admin may', async () => {
    await work.must('accountant1', 'queue.claim', { cardId: accepted.cardId });
    await work.must('accountant1', 'handoff.accept', accepted);
    for (const name of ['accountant1', 'chief', 'auditor'] as const) {
      for (const format of ['csv', 'csv-semicolon', 'json'] as const) expectNoSecret(await exported(name, format));
      expectNoSecret(await listAccepted(world.server, work.who(name), { ...all, page: 0 }));
    }
    const [header] = (await exported('accountant1', 'csv')).split('\r\n');
    expect(header).not.toMatch(/phone|mail/i);
    expect(await exported('admin', 'csv')).toContain('invoices@secret.example');
    expect((await work.item('sales', accepted.cardId))?.values[phonePath]).toBe('+36305550202');
  });

  test('a card an accountant is offered shows it to them no more than the queue does', async () => {
    const { cardId } = await work.capture('rep1', reach);
    await work.must('rep1', 'card.share', { cardId, userId: work.who('accountant1').userId, shared: true });
    const seen = await work.card('accountant1', cardId);
    expect(seen.values['legalName']).toBeDefined();
    expectNoSecret(seen);
  });

  test('nor does a dispute over such a field, on a card they are offered', async () => {
    const { cardId } = await work.capture('rep1', { invoiceEmail: SECRETS[3] ?? '' });
    await work.must('rep1', 'card.share', { cardId, userId: work.who('rep2').userId, shared: true });
    await work.must('rep1', 'card.edit', { cardId, changes: { invoiceEmail: SECRETS[2] ?? '' } });
    const unseen = pushOf(
      [{ name: 'card.edit', args: { cardId, changes: { invoiceEmail: 'mine@secret.example' } } }],
      world.now(),
    );
    await world.server.spine.receivePush(work.who('rep2'), unseen);
    await work.must('rep1', 'card.offer-ownership', { cardId, to: work.who('accountant1').userId, because: '' });
    const about = async (name: Name) =>
      (await work.phone(name)).filter(({ row }) => (row as { rowId?: string }).rowId === cardId); // conflicts name it so
    expect(JSON.stringify(await about('rep2'))).toContain('mine@secret.example');
    const told = await about('accountant1');
    expect(told).toHaveLength(1);
    expect(told[0]?.row).toMatchObject({ path: 'invoiceEmail', status: 'open', theirs: null, mine: null });
    expect(JSON.stringify(await work.phone('accountant1'))).not.toContain('secret.example');
  });
});

describe('the accepted cards as a file', () => {
  test('hold every field of the card by its name, run no formula and keep leading zeros', async () => {
    const csv = await exported('accountant1', 'csv');
    const [header = '', line = ''] = csv.slice(1).split('\r\n');
    const names = header.split(',').map((cell) => cell.slice(1, -1));
    expect(names.slice(0, 10)).toEqual([
      'cardId',
      'revision',
      'acceptedAt',
      'acceptedBy',
      'owner',
      'returns',
      'jurisdiction',
      'primaryId',
      'ruleset',
      'sha256',
    ]);
    expect(names).toEqual(
      expect.arrayContaining(['legalName', 'registeredAddress.zip', 'contacts.1.name', 'bankAccounts.1.giro', 'kpp']),
    );
    expect(line).toContain(`"'=HYPERLINK(""https://evil.example"",""Kft."")"`);
    expect(line).toContain('"00032537"');
    const excel = await exported('accountant1', 'csv-semicolon');
    expect(excel).toContain(`;"'00032537";`);
  });

  test('as JSON carry the snapshot; whoever sees all of it can check the seal', async () => {
    type File = { cards: { sha256: string; snapshot: Json; withheld: string[] }[] };
    const open = JSON.parse(await exported('admin', 'json')) as File;
    const [card] = open.cards;
    expect(card?.withheld).toEqual([]);
    expect(
      createHash('sha256')
        .update(canonicalJson(card?.snapshot ?? null))
        .digest('hex'),
    ).toBe(card?.sha256);
    const closed = JSON.parse(await exported('accountant1', 'json')) as File;
    expect(closed.cards[0]?.withheld).toEqual([emailPath, phonePath, 'invoiceEmail'].toSorted());
  });

  test('are found by name, country and day, page by page, each card once', async () => {
    const found = async (filter: object) =>
      listAccepted(world.server, work.who('chief'), { ...all, page: 0, ...filter });
    expect((await found({})).rows).toEqual([
      expect.objectContaining({
        cardId: accepted.cardId,
        revision: 2,
        returns: 1,
        acceptedByName: 'accountant1',
        ownerName: 'rep1',
      }),
    ]);
    expect(await found({ jurisdiction: 'HU', search: 'hyperlink' })).toMatchObject({ total: 1 });
    expect(await found({ jurisdiction: 'RU' })).toMatchObject({ total: 0, rows: [] });
    expect(await found({ from: '2026-12-31T00:00:00.000Z' })).toMatchObject({ total: 0 });
    expect(await found({ page: 1 })).toMatchObject({ total: 1, rows: [] });
    expect(procedures['accepted.list'].input.safeParse({ ...all, page: -1 }).success).toBe(false);
  });

  test('never hold a card of another company', async () => {
    const theirs = await world.newCompany();
    const file = await exportAccepted(world.server, theirs.who('chief'), { ...all, format: 'json' });
    expect(JSON.parse(file.text)).toMatchObject({ cards: [] });
  });
});
