import { addDocument } from '@cession/shared/document/add-document.ts';
import type { CardId } from '@cession/shared/card/card.ts';
import { removeDocument } from '@cession/shared/document/change-document.ts';
import { FILE_LIMITS } from '@cession/shared/document/document.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOf, hashOf, openPhotoPhone, picture } from './documents-phone.ts';
import { capture } from './journey-phone.ts';
import { openJourney, type Journey } from './journey-world.ts';
import { newCustomer } from './work-at-company.ts';

let world: Journey;
beforeAll(async () => {
  world = await openJourney();
});
afterAll(() => world.stop());

const PART = FILE_LIMITS.partBytes;
const REP = 'rep1@danube.example';

/** What the server keeps of a content: its parts put together, and when it was found right. */
async function stored(sha256: string): Promise<{ hash: string; parts: number; verified: boolean }> {
  const parts = await world.sql<{ bytes: Buffer }>('select bytes from file_part where sha256 = $1 order by n', [
    sha256,
  ]);
  const files = await world.sql<{ ok: boolean }>('select verified_at is not null as ok from file where sha256 = $1', [
    sha256,
  ]);
  return {
    hash: hashOf(Buffer.concat(parts.map(({ bytes }) => bytes))),
    parts: parts.length,
    verified: files[0]?.ok ?? false,
  };
}

async function inQueue(cardId: CardId): Promise<number> {
  return (await world.sql('select 1 from queue_item where id = $1', [cardId])).length;
}

test('I14: photos taken with no signal: a browser killed between parts sends the rest once, and the hand-over waited for it', async () => {
  let rep = await openPhotoPhone(world, REP);
  await rep.phone.syncNow();
  rep.phone.line.cut(true);
  const card = await capture(rep.phone, newCustomer());
  const bytes = picture(3 * PART + 4321);
  const id = await rep.take(card, bytes);
  await rep.handOver(card);
  await rep.syncAll();
  expect(await inQueue(card)).toBe(0);

  rep.phone.line.cut(false);
  await rep.phone.syncNow();
  expect(await world.sql('select 1 from handoff where card_id = $1', [card])).toHaveLength(1);
  await rep.sendUntil('after-part', 2);
  expect(rep.parts()).toBe(2);
  expect(await inQueue(card)).toBe(0);

  rep = await rep.reopen();
  await rep.syncAll();
  expect(rep.parts()).toBe(2);
  expect(await stored(hashOf(bytes))).toEqual({ hash: hashOf(bytes), parts: 4, verified: true });
  expect(await inQueue(card)).toBe(1);
  expect(rep.document(id)?.bytesAt).not.toBeNull();
  await rep.syncAll();
  expect(rep.parts()).toBe(2);
});

test('the clock of accounting begins with the last byte, not with the hand-over', async () => {
  const rep = await openPhotoPhone(world, REP);
  await rep.phone.syncNow();
  const card = await capture(rep.phone, newCustomer());
  await rep.take(card, picture(900, 5));
  const handoffId = await rep.handOver(card);
  await rep.phone.syncNow();
  const [handoff] = await world.sql<{ at: Date }>('select received_at as at from handoff where id = $1', [handoffId]);
  await rep.syncAll();
  const [item] = await world.sql<{ at: Date }>('select received_at as at from queue_item where id = $1', [card]);
  expect(item?.at.getTime()).toBeGreaterThan(handoff?.at.getTime() ?? Infinity);
});

test('I14: of two photos the second to arrive brings the card to accounting, and it comes once', async () => {
  const rep = await openPhotoPhone(world, REP);
  await rep.phone.syncNow();
  const card = await capture(rep.phone, newCustomer());
  const [one, two] = [picture(1000, 11), picture(2000, 12)];
  await rep.take(card, one);
  await rep.take(card, two, { type: 'register-extract' });
  await rep.handOver(card);
  await rep.phone.syncNow();
  const second = hashOf(two);
  rep.onTheWay((url, init, go) => {
    if (url.includes(second)) throw new TypeError('fetch failed');
    return go(url, init);
  });
  await rep.syncAll();
  expect(await inQueue(card)).toBe(0);
  rep.onTheWay(null);
  await Promise.all([rep.syncAll(), rep.syncAll()]);
  expect(await inQueue(card)).toBe(1);
});

test('the same photo on two documents travels once', async () => {
  const rep = await openPhotoPhone(world, REP);
  await rep.phone.syncNow();
  const card = await capture(rep.phone, newCustomer());
  const bytes = picture(PART + 1, 21);
  const first = await rep.take(card, bytes);
  await rep.syncAll();
  const second = await rep.take(card, bytes, { type: 'other' });
  await rep.syncAll();
  expect(rep.parts()).toBe(2);
  for (const id of [first, second]) expect(rep.document(id)?.bytesAt).not.toBeNull();
});

test('two phones that send the same photo at the same time leave one file', async () => {
  const [one, two] = [await openPhotoPhone(world, REP), await openPhotoPhone(world, 'rep2@danube.example')];
  const bytes = picture(2 * PART, 31);
  const documents = [];
  for (const rep of [one, two]) {
    await rep.phone.syncNow();
    const card = await capture(rep.phone, newCustomer());
    documents.push({ rep, card, id: await rep.take(card, bytes) });
    await rep.handOver(card);
    await rep.phone.syncNow();
  }
  await Promise.all([one.syncAll(), two.syncAll()]);
  await Promise.all([one.syncAll(), two.syncAll()]);
  expect(await stored(hashOf(bytes))).toEqual({ hash: hashOf(bytes), parts: 2, verified: true });
  for (const { rep, card, id } of documents) {
    expect(rep.document(id)?.bytesAt).not.toBeNull();
    expect(await inQueue(card)).toBe(1);
  }
});

test('a part that is damaged on the way is sent again until it is right', async () => {
  const rep = await openPhotoPhone(world, REP);
  await rep.phone.syncNow();
  const card = await capture(rep.phone, newCustomer());
  const bytes = picture(2 * PART, 41);
  await rep.take(card, bytes);
  await rep.phone.syncNow();
  let damaged = 0;
  rep.onTheWay((url, init, go) => {
    if (!url.endsWith('/parts/1') || damaged > 0) return go(url, init);
    damaged += 1;
    const body = new Uint8Array(init.body as Uint8Array<ArrayBuffer>); // the phone sends bytes
    body[7] = (body[7] ?? 0) ^ 1;
    return go(url, { ...init, body });
  });
  await rep.syncAll();
  expect(damaged).toBe(1);
  expect(await stored(hashOf(bytes))).toMatchObject({ hash: hashOf(bytes), verified: true });
});

test('an answer that gets lost makes no second file and no second arrival', async () => {
  const rep = await openPhotoPhone(world, REP);
  await rep.phone.syncNow();
  const card = await capture(rep.phone, newCustomer());
  const bytes = picture(PART + 9, 51);
  const id = await rep.take(card, bytes);
  await rep.handOver(card);
  await rep.phone.syncNow();
  rep.onTheWay(async (url, init, go) => {
    await go(url, init);
    throw new TypeError('fetch failed');
  });
  for (let round = 0; round < 6; round += 1) await rep.syncAll();
  rep.onTheWay(null);
  await rep.syncAll();
  expect(rep.document(id)?.bytesAt).not.toBeNull();
  expect((await rep.box.find(hashOf(bytes)))?.state).toBe('safe');
  expect(await inQueue(card)).toBe(1);
});

test('a file the server will never take is said to be refused, and taking it off the card lets the hand-over go', async () => {
  const rep = await openPhotoPhone(world, REP);
  await rep.phone.syncNow();
  const card = await capture(rep.phone, newCustomer());
  const page = new TextEncoder().encode('<html><script>alert(1)</script></html>');
  const id = await rep.take(card, page);
  await rep.handOver(card);
  await rep.syncAll();
  expect(await rep.box.find(fileOf(page).sha256)).toMatchObject({ state: 'refused', code: 'file.wrong-type' });
  expect(await inQueue(card)).toBe(0);
  await rep.phone.sync.perform(removeDocument, { documentId: id, cardId: card });
  await rep.syncAll();
  expect(await inQueue(card)).toBe(1);
});

test('a copy that was damaged on the phone is never sent, and the phone says so', async () => {
  const rep = await openPhotoPhone(world, REP);
  await rep.phone.syncNow();
  const card = await capture(rep.phone, newCustomer());
  const bytes = picture(500, 61);
  const other = { ...fileOf(bytes), sha256: hashOf(picture(500, 62)) };
  await rep.box.keep(other, bytes, Date.now());
  const documentId = crypto.randomUUID() as Parameters<typeof rep.document>[0]; // any UUID names a document
  await rep.phone.sync.perform(addDocument, {
    ...{ documentId, cardId: card, file: other, type: 'other', fileName: 'x.jpg', note: '' },
    ...{ form: 'copy', dueOn: null, noticeId: null },
  });
  await rep.syncAll();
  expect(rep.parts()).toBe(0);
  expect((await rep.box.find(other.sha256))?.state).toBe('damaged');
});
