import 'fake-indexeddb/auto';
import { FILE_LIMITS, type DocumentFile } from '@cession/shared/document/document.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { defineDb, type CessionDb } from '../store/db.ts';
import { fileBoxOf } from './file-box.ts';

const opened: CessionDb[] = [];
let names = 0;

function freshDb(): CessionDb {
  names += 1;
  const db = defineDb(`files-${names}`);
  opened.push(db);
  return db;
}
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

const BYTES = Uint8Array.from({ length: FILE_LIMITS.partBytes + 7 }, (_, at) => at % 251);
const FILE: DocumentFile = { sha256: 'c'.repeat(64), byteLength: BYTES.byteLength, mediaType: 'image/jpeg' };

test('what was kept is there after the app was closed, part by part and whole', async () => {
  const db = freshDb();
  expect(await fileBoxOf(db).keep(FILE, BYTES, 1)).toEqual({ ok: true, value: null });
  db.close();
  const again = defineDb(db.name);
  opened.push(again);
  const box = fileBoxOf(again);
  expect(await box.bytes(FILE)).toEqual(BYTES);
  expect((await box.part(FILE.sha256, 1))?.byteLength).toBe(7);
  expect(await box.find(FILE.sha256)).toMatchObject({ state: 'waiting', sent: 0 });
});

test('the same photo again changes nothing, and one found damaged gets whole bytes again', async () => {
  const box = fileBoxOf(freshDb());
  await box.keep(FILE, BYTES, 1);
  await box.note(FILE.sha256, { sent: 1 });
  await box.keep(FILE, BYTES, 2);
  expect(await box.find(FILE.sha256)).toMatchObject({ sent: 1, keptAt: 1 });
  await box.note(FILE.sha256, { state: 'damaged' });
  await box.keep(FILE, BYTES, 3);
  expect(await box.find(FILE.sha256)).toMatchObject({ state: 'waiting', sent: 0, keptAt: 3 });
});

test('a phone with no room says so, and keeps neither half a photo nor a word about it', async () => {
  const db = freshDb();
  await db.open();
  vi.spyOn(db.fileParts, 'bulkPut').mockRejectedValueOnce(new DOMException('no room', 'QuotaExceededError'));
  const box = fileBoxOf(db);
  expect(await box.keep(FILE, BYTES, 1)).toEqual({ ok: false, error: 'full' });
  expect(await box.find(FILE.sha256)).toBeNull();
  expect(await box.bytes(FILE)).toBeNull();
});

test('a part that is gone makes the whole unreadable, never shorter', async () => {
  const db = freshDb();
  const box = fileBoxOf(db);
  await box.keep(FILE, BYTES, 1);
  await db.fileParts.delete(`${FILE.sha256}:001`);
  expect(await box.bytes(FILE)).toBeNull();
});
