import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived } from './support/arrived.ts';
import { createCard, fillSections, handOver } from './support/card-steps.ts';
import { hungarianCustomer } from './support/customers.ts';
import { openInQueue, queueRow } from './support/desk-steps.ts';
import { signInAs, sitAtDesk, takeMortalPhone, untilReadyOffline } from './support/person.ts';
import { makePhoto, pickFile } from './support/photo.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile();
const PATIENCE = { timeout: 20_000 };

test('a photo taken with no signal: browser killed between two parts, sent once, bytes equal; the hand-over waited for it', async () => {
  const customer = hungarianCustomer('Fényképes Játékbolt Kft.', '2719364');
  const phone = await takeMortalPhone(stage);
  await signInAs(phone, stage, 'rep1');
  await untilReadyOffline(phone);
  const photo = await makePhoto(phone.page, 3000, 2200);
  await phone.turnOff();

  await phone.turnOn('/', 'offline');
  const card = await createCard(phone.page, 'Hungary', customer);
  await fillSections(phone.page, customer);
  await phone.page.getByRole('link', { name: /^Documents/ }).click();
  await phone.page.getByRole('button', { name: /^Supply contract/ }).click();
  await pickFile(phone.page, 'Choose file', { name: 'IMG_0042.jpg', mimeType: 'image/jpeg', buffer: photo });
  await phone.page.getByText('Saved on this phone: Supply contract').waitFor();
  await phone.page.getByText('on this phone, waiting to send').waitFor();
  const kept = await keptOnPhone(phone.page);
  expect(kept.parts).toBeGreaterThan(2);
  expect(Math.max(kept.width, kept.height)).toBe(2000);
  await phone.page.goto(`${stage.url}${card}`);
  await handOver(phone.page);

  // The signal is back; the second part hangs on its way, and the battery dies.
  const obstacle = await standInTheWayOfPart(1);
  await phone.turnOff();
  await phone.turnOn('/', 'online');
  await expect.poll(() => partsThere(kept.sha256), PATIENCE).toEqual([0]);
  await expect.poll(() => handoffsOf(customer.name), PATIENCE).toBe(1);
  expect((await arrived(stage, customer.name)).items).toBe(0);
  await phone.die();
  await obstacle.remove();

  await phone.turnOn(card, 'offline');
  const sent: string[] = [];
  phone.context.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(new URL(request.url()).pathname);
  });
  await phone.page.getByText(`0 of 1 photos sent`).waitFor();
  await phone.context.setOffline(false);
  await phone.page.goto(`${stage.url}${card}`);
  await expect.poll(async () => (await arrived(stage, customer.name)).items, PATIENCE).toBe(1);
  expect(sent.some((path) => path.endsWith('/parts/0'))).toBe(false);
  expect(await storedFile(kept.sha256)).toEqual({ sha256: kept.sha256, hash: kept.sha256, length: kept.length });
  await phone.page.getByText(/^With accounting since/).waitFor();

  const desk = await sitAtDesk(stage);
  await signInAs(desk, stage, 'accountant1');
  await queueRow(desk.page, customer.name).waitFor();
  await openInQueue(desk.page, customer.name);
  const shown = desk.page.getByRole('region', { name: 'Documents' }).getByRole('img');
  await expect.poll(() => shown.evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth)).toBe(2000);
}, 120_000);

test('what cannot be added says why, and nothing is added; what the app was closed under is offered again', async () => {
  const phone = await takeMortalPhone(stage);
  await signInAs(phone, stage, 'rep2');
  await untilReadyOffline(phone);
  const card = await createCardFor(phone.page, 'Nehéz Fájlok Kft.', '2719371');
  await phone.page.goto(`${stage.url}${card}/documents`);
  await phone.page.getByRole('button', { name: /^Register extract/ }).click();
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  await pickFile(phone.page, 'Choose file', { name: 'scan.jpg', mimeType: 'image/jpeg', buffer: page });
  await phone.page.getByText(/^Only JPEG, PNG, HEIC and PDF files can be added/).waitFor();
  const locked = Buffer.from('%PDF-1.7\ntrailer\n<</Encrypt 5 0 R>>\n%%EOF');
  await pickFile(phone.page, 'Choose file', { name: 'a.pdf', mimeType: 'application/pdf', buffer: locked });
  await phone.page.getByText(/^This PDF asks for a password/).waitFor();
  const halfPicture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]);
  await pickFile(phone.page, 'Take photo', { name: 'b.jpg', mimeType: 'image/jpeg', buffer: halfPicture });
  await phone.page.getByText('This picture cannot be opened. Take the photo again.').waitFor();

  await phone.die();
  await phone.turnOn(card, 'offline');
  await phone.page.getByRole('link', { name: /Continue adding the photo/ }).click();
  await phone.page.getByText('You were adding: Register extract').waitFor();
  await phone.page.getByRole('button', { name: 'Continue adding the photo' }).click();
  const photo = await makePhoto(phone.page, 400, 300);
  await pickFile(phone.page, 'Take photo', { name: 'c.jpg', mimeType: 'image/jpeg', buffer: photo });
  await phone.page.getByText('Saved on this phone: Register extract').waitFor();
  expect((await keptOnPhone(phone.page)).parts).toBe(1);
});

async function createCardFor(page: Page, name: string, seven: string): Promise<string> {
  await page.goto(`${stage.url}/`);
  return createCard(page, 'Hungary', hungarianCustomer(name, seven));
}

interface Kept {
  readonly sha256: string;
  readonly length: number;
  readonly parts: number;
  readonly width: number;
  readonly height: number;
}

/** What lies in the phone's own database: the bytes themselves, put together and hashed by the browser. */
async function keptOnPhone(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const name = names.find((each) => each.startsWith('cession:')) ?? '';
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('closed')));
    });
    const parts = await new Promise<{ bytes: Uint8Array<ArrayBuffer> }[]>((resolve) => {
      const request: IDBRequest<{ bytes: Uint8Array<ArrayBuffer> }[]> = db
        .transaction('fileParts')
        .objectStore('fileParts')
        .getAll();
      request.addEventListener('success', () => resolve(request.result));
    });
    db.close();
    const blob = new Blob(parts.map(({ bytes }) => bytes));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
    const bitmap = await createImageBitmap(blob);
    return {
      sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
      length: blob.size,
      parts: parts.length,
      width: bitmap.width,
      height: bitmap.height,
    };
  });
}

/** The server's insert of one part waits for us, and fails in the end as an overloaded server's would. */
async function standInTheWayOfPart(n: number): Promise<{ remove(): Promise<void> }> {
  const own = await stage.connect();
  await own.query('select pg_advisory_lock(77)');
  await own.query(`create function wait_for_test() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock(77); return new; end $$`);
  await own.query(`create trigger wait_for_test before insert on file_part for each row when (new.n = ${n})
    execute function wait_for_test()`);
  return {
    remove: async () => {
      await own.query('select pg_advisory_unlock(77)');
      await own.query('drop trigger wait_for_test on file_part');
      await own.query('drop function wait_for_test');
    },
  };
}

async function partsThere(sha256: string): Promise<number[]> {
  const rows = await stage.sql<{ n: number }>('select n from file_part where sha256 = $1 order by n', [sha256]);
  return rows.map(({ n }) => n);
}

async function handoffsOf(name: string): Promise<number> {
  return (await arrived(stage, name)).handoffs;
}

/** What the database holds under that name, put together and hashed by us. */
async function storedFile(sha256: string) {
  const rows = await stage.sql<{ bytes: Buffer }>('select bytes from file_part where sha256 = $1 order by n', [sha256]);
  const whole = Buffer.concat(rows.map(({ bytes }) => bytes));
  return { sha256, hash: createHash('sha256').update(whole).digest('hex'), length: whole.length };
}
