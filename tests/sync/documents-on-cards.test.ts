import { randomUUID } from 'node:crypto';
import { discardCard } from '@cession/shared/card/discard-card.ts';
import { shareCard } from '@cession/shared/card/share-card.ts';
import { useExisting } from '@cession/shared/card/use-existing.ts';
import { attachFile, removeDocument, restoreDocument } from '@cession/shared/document/change-document.ts';
import { cardDocuments, type CardDocument, type DocumentId } from '@cession/shared/document/document.ts';
import { moveOriginal } from '@cession/shared/document/move-original.ts';
import { addDocument } from '@cession/shared/document/add-document.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOf, openPhotoPhone, picture, type PhotoPhone } from './documents-phone.ts';
import { capture, must, rowsOf, type JourneyPhone } from './journey-phone.ts';
import { openJourney, type Journey } from './journey-world.ts';
import { newCustomer } from './work-at-company.ts';

let world: Journey;
let rep: PhotoPhone;
let colleague: JourneyPhone;
beforeAll(async () => {
  world = await openJourney();
  rep = await openPhotoPhone(world, 'rep1@danube.example');
  await rep.phone.syncNow();
  colleague = await world.phone('rep2@danube.example');
  await colleague.syncNow();
});
afterAll(() => world.stop());

function documentsOn(phone: JourneyPhone, cardId: string): CardDocument[] {
  const rows = phone.sync.mirror.rows(cardDocuments.name) as CardDocument[]; // rows pass their schema first
  return rows.filter((row) => row.cardId === cardId && !row.removed);
}

test('whoever helps with a card sees its documents, and no longer when the sharing ends', async () => {
  const cardId = await capture(rep.phone, newCustomer());
  await rep.take(cardId, picture(400, 3));
  await rep.syncAll();
  await colleague.syncNow();
  expect(documentsOn(colleague, cardId)).toEqual([]);
  const { userId } = colleague.profile;
  await must(rep.phone, shareCard, { cardId, userId, shared: true });
  await rep.phone.syncNow();
  await colleague.syncNow();
  expect(documentsOn(colleague, cardId)).toHaveLength(1);
  await must(rep.phone, shareCard, { cardId, userId, shared: false });
  await rep.phone.syncNow();
  await colleague.syncNow();
  expect(documentsOn(colleague, cardId)).toEqual([]);
});

test('what was photographed on a card that turns out to be known moves to the card that stays', async () => {
  const values = newCustomer();
  const kept = await capture(rep.phone, values);
  const twice = await capture(rep.phone, {
    legalName: values['legalName'] ?? '',
    taxNumber: values['taxNumber'] ?? '',
  });
  const id = await rep.take(twice, picture(500, 4));
  await rep.syncAll();
  await must(rep.phone, useExisting, { draftId: twice, existingId: kept });
  await rep.syncAll();
  expect(documentsOn(rep.phone, kept).map((each) => each.id)).toEqual([id]);
  expect(rowsOf(rep.phone.sync, 'cards').some((card) => card.id === twice)).toBe(false);
  const [row] = await world.sql<{ bytes: boolean }>(
    'select bytes_at is not null as bytes from card_document where id = $1 and card_id = $2 and deleted_at is null',
    [id, kept],
  );
  expect(row).toEqual({ bytes: true });
});

test('a card that is thrown away takes its documents with it', async () => {
  const cardId = await capture(rep.phone, newCustomer());
  const id = await rep.take(cardId, picture(600, 5));
  await rep.syncAll();
  await must(rep.phone, discardCard, { cardId });
  await rep.syncAll();
  expect(rep.document(id)).toBeUndefined();
  expect((await world.sql('select 1 from card_document where id = $1 and deleted_at is null', [id])).length).toBe(0);
});

test('a photo accounting has before it can neither be replaced nor taken off; one more can be added beside it', async () => {
  const cardId = await capture(rep.phone, newCustomer());
  const id = await rep.take(cardId, picture(700, 6));
  await rep.handOver(cardId);
  await rep.syncAll();
  const other = fileOf(picture(700, 7));
  const replaced = await rep.phone.sync.perform(attachFile, { documentId: id, cardId, fileName: 'x.jpg', file: other });
  const removed = await rep.phone.sync.perform(removeDocument, { documentId: id, cardId });
  for (const outcome of [replaced, removed]) {
    expect(outcome).toEqual({ ok: false, error: { kind: 'refused', refusal: { code: 'document.with-accounting' } } });
  }
  const late = await rep.take(cardId, picture(300, 8), { type: 'stamped-receipt' });
  await rep.syncAll();
  expect(rep.document(late)?.bytesAt).not.toBeNull();
});

test('a document that was taken off by mistake comes back with its picture', async () => {
  const cardId = await capture(rep.phone, newCustomer());
  const id = await rep.take(cardId, picture(800, 9));
  await rep.syncAll();
  await must(rep.phone, removeDocument, { documentId: id, cardId });
  await rep.syncAll();
  expect(documentsOn(rep.phone, cardId)).toEqual([]);
  await must(rep.phone, restoreDocument, { documentId: id, cardId });
  await rep.syncAll();
  expect(documentsOn(rep.phone, cardId)[0]?.bytesAt).not.toBeNull();
});

test('the desk sees the most overdue paper first, moves it on with its place, and the rep hears of it', async () => {
  const cardId = await capture(rep.phone, newCustomer());
  const promise = async (dueOn: string) => {
    const documentId = randomUUID() as DocumentId; // any UUID names a new document
    const about = { type: 'supply-contract', note: '', form: 'paper-original', noticeId: null } as const;
    await must(rep.phone, addDocument, { documentId, cardId, ...about, fileName: '', file: null, dueOn });
    return documentId;
  };
  const posted = { to: 'in-transit', place: 'DHL 7741', because: '' } as const;
  const [late, later] = [await promise('2020-01-02'), await promise('2020-01-01')];
  await must(rep.phone, moveOriginal, { documentId: late, cardId, ...posted });
  await rep.syncAll();
  const desk = await world.desk('accountant1@danube.example');
  const before = await desk.ask('originals.list', { show: 'outstanding', ownerId: null });
  expect(before.rows.slice(0, 2).map(({ id, overdue }) => ({ id, overdue }))).toEqual([
    { id: later, overdue: true },
    { id: late, overdue: true },
  ]);
  const moved = { documentId: late, cardId, to: 'received', place: 'Shelf 3', because: '' };
  expect(await desk.perform('original.move', moved)).toMatchObject({ state: 'applied' });
  const after = await desk.ask('originals.list', { show: 'received', ownerId: null });
  expect(after.rows.find(({ id }) => id === late)?.moves.map(({ place, byName }) => [place, byName])).toEqual([
    ['DHL 7741', 'Nagy Péter'],
    ['Shelf 3', 'Szabó Katalin'],
  ]);
  await rep.syncAll();
  expect(rep.document(late)?.original).toBe('received');
  const beside = await desk.ask('documents.of-card', { cardId });
  expect(beside.map(({ id }) => id).toSorted()).toEqual([late, later].toSorted());
});
