import { randomUUID } from 'node:crypto';
import { editCard } from '@cession/shared/card/edit-card.ts';
import type { CardId } from '@cession/shared/card/card.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capture, handOver, type JourneyPhone } from '../sync/journey-phone.ts';
import { openJourney, type Journey } from '../sync/journey-world.ts';
import { newCustomer } from '../sync/work-at-company.ts';
import type { Saved } from './acknowledged.ts';
import { check, type Facts, type Findings } from './check.ts';
import { unlikeDatabase } from './check-diverged.ts';
import { behindWall } from './company-wall.ts';
import type { PhoneDisk } from './phone-disk.ts';

/** A rep's phone on a real server: three cards, one of them handed over, edits and a note. */
let world: Journey;
let phone: JourneyPhone;
let saved: Saved[];
let cardIds: CardId[];

beforeAll(async () => {
  world = await openJourney();
  phone = await world.phone('rep1@danube.example');
  await phone.syncNow();
  cardIds = [
    await capture(phone, newCustomer()),
    await capture(phone, newCustomer()),
    await capture(phone, newCustomer()),
  ];
  const [first, second, third] = cardIds.map(String) as [string, string, string]; // three were captured
  saved = [];
  await edit(first, 'portalAddress', '[0.a.1]');
  await edit(first, 'portalAddress', '[0.a.2]');
  await edit(second, 'toneNote', '[0.a.3]');
  await handOver(phone, third as CardId); // captured above
  await phone.syncNow();
});
afterAll(() => world.stop());

async function edit(cardId: string, path: string, value: string): Promise<void> {
  const done = await phone.sync.perform(editCard, { cardId: cardId as CardId, changes: { [path]: value } }); // ours
  if (!done.ok) throw new Error(`not saved: ${JSON.stringify(done.error)}`);
  saved.push({ phone: 0, kind: 'edit', id: done.value.mutationId, cardId, path, value });
}

/** The phone's storage, as a page would read it. */
async function disk(): Promise<PhoneDisk> {
  const [, confirmed, view] = JSON.parse(await phone.disk()) as [unknown, Held[], Held[]]; // as journey-world writes it
  const shown = new Map(view.map(({ key, row }) => [key, JSON.stringify(row)]));
  const { userId, companyId, roles } = phone.profile;
  return {
    ...{ userId, companyId, roles, cursor: 0, receipts: 0, outbox: [] },
    confirmed: confirmed.map(({ key, ver, row }) => ({ key, ver, row: key.startsWith('cards:') ? row : null })),
    shownOtherwise: confirmed.filter(({ key, row }) => shown.get(key) !== JSON.stringify(row)).map(({ key }) => key),
  };
}

interface Held {
  readonly key: string;
  readonly ver: number;
  readonly row: unknown;
}

/** What the checker says after somebody has laid hands on the database; everything is as before afterwards. */
async function checkAfter(tampering: readonly string[], part: Partial<Facts> = {}): Promise<Findings> {
  const { companyId } = phone.profile;
  const url = String(world.app.database.$client.options.connectionString);
  const client = await behindWall(url, companyId);
  try {
    await client.query('begin');
    // The database has walls of its own against such hands.
    for (const table of ['card', 'handoff']) await client.query(`alter table ${table} disable trigger user`);
    for (const text of tampering) await client.query(text);
    return await check(client, { companyId, saved, phones: [await disk()], ...part });
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

describe('the checker', () => {
  test('finds nothing where nothing is wrong', async () => {
    expect(await checkAfter([])).toEqual({ lost: [], duplicated: [], diverged: [] });
  });

  test('misses a mutation that was called saved and is in no ledger and no outbox', async () => {
    const id = randomUUID();
    const never: Saved = { phone: 0, kind: 'share', id, cardId: String(cardIds[0]), path: null, value: null };
    expect((await checkAfter([], { saved: [...saved, never] })).lost).toEqual([`lost: share ${id}`]);
    const gone = await checkAfter([`delete from mutation where id = '${saved[0]?.id}'`]);
    expect(gone.lost).toEqual([`lost: edit ${saved[0]?.id}`]);
  });

  test('misses what a screen called saved', async () => {
    const cardId = randomUUID();
    const seen: Saved = { phone: 0, kind: 'screen', id: null, cardId, path: 'legalName', value: 'Kézműves 1 Kft.' };
    expect((await checkAfter([], { saved: [...saved, seen] })).lost).toEqual([`lost: screen ${cardId}`]);
  });

  test('misses a value that disappeared under an applied edit, but not one its own person replaced', async () => {
    const { lost, diverged } = await checkAfter([
      `update card set values = jsonb_set(values, '{portalAddress}', '"else"') where id = '${cardIds[0]}'`,
    ]);
    expect(lost).toEqual([`gone: portalAddress = [0.a.2] of ${saved[1]?.id} (applied)`]);
    expect(diverged).toEqual([expect.stringContaining(`other contents cards:${cardIds[0]}`)]);
  });

  test('does not accept a refusal that nobody can see', async () => {
    const { lost } = await checkAfter([`update mutation set state = 'rejected' where id = '${saved[2]?.id}'`]);
    expect(lost).toEqual([expect.stringContaining('gone: toneNote = [0.a.3]')]);
  });

  test('sees an edit that came in as two, a note said twice, and a card handed over twice', async () => {
    const copy = `insert into mutation select (m).* from (select jsonb_populate_record(mutation, jsonb_build_object(
      'id', gen_random_uuid(), 'seq', 9999)) as m from mutation where id = '${saved[0]?.id}') again`;
    expect((await checkAfter([copy])).duplicated).toEqual(['set by two mutations: [0.a.1]']);
    const note = `update card set values = jsonb_set(values, '{toneNote}', '"[0.a.3]\\n[0.a.3]"') where id = '${cardIds[1]}'`;
    expect((await checkAfter([note])).duplicated).toEqual([`twice in a note: ${cardIds[1]} [0.a.3]`]);
    const handoff = `insert into handoff select (h).* from (select jsonb_populate_record(handoff, jsonb_build_object(
      'id', gen_random_uuid())) as h from handoff where card_id = '${cardIds[2]}') again`;
    const sent: Saved = { phone: 0, kind: 'send', id: null, cardId: String(cardIds[2]), path: null, value: null };
    const { duplicated } = await checkAfter([handoff], { saved: [...saved, sent] });
    expect(duplicated).toEqual([`handed over 2 times at revision 1: ${cardIds[2]}`]);
  });

  test('sees what was received and never decided', async () => {
    const { diverged } = await checkAfter([`update mutation set state = 'received' where id = '${saved[1]?.id}'`]);
    expect(diverged).toEqual([`undecided: card.edit ${saved[1]?.id} is received`]);
  });

  test('sees a row the phone lacks, one it has too much, and a screen that shows something else', async () => {
    const gone = await checkAfter([`update card set deleted_at = now() where id = '${cardIds[0]}'`]);
    expect(gone.diverged).toContainEqual(expect.stringContaining(`too much cards:${cardIds[0]}`));
    const newer = await checkAfter([`update card set row_ver = row_ver + 1 where id = '${cardIds[0]}'`]);
    expect(newer.diverged).toContainEqual(expect.stringContaining(`missing or old cards:${cardIds[0]}`));
    const held = { confirmed: [{ key: 'people:1', ver: 3, row: null }], shownOtherwise: ['people:1: a instead of b'] };
    expect(unlikeDatabase(held, new Map([['people:1', 3]]), new Map())).toEqual([
      'shown otherwise people:1: a instead of b',
    ]);
  });
});
