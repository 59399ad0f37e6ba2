import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { dbName } from './db.ts';
import { openStore } from './open-store.ts';
import { noticeWipe } from './storage-health.ts';

const silent = { newerVersion: () => {}, blocked: () => {} };
const device = { key: 'device', value: { deviceId: 'd', incarnation: 'i' } };

test('each person has a database of their own on one phone', async () => {
  const [anna, bela] = [
    await openStore({ companyId: 'c', userId: 'anna' }, silent),
    await openStore({ companyId: 'c', userId: 'bela' }, silent),
  ];
  if (!anna.ok || !bela.ok) throw new Error('not open');
  await anna.value.tx('rw', ['meta'], (tx) => tx.put('meta', [device]));
  expect(await bela.value.tx('r', ['meta'], (tx) => tx.all('meta'))).toEqual([]);
  anna.value.close();
  bela.value.close();
});

test('no index of the database holds anything but keys, ids and states', async () => {
  const opened = await openStore({ companyId: 'c', userId: 'index' }, silent);
  if (!opened.ok) throw new Error('not open');
  const indexes = opened.value.db.tables.flatMap((table) => table.schema.indexes.map((index) => index.name));
  expect(indexes.toSorted()).toEqual(['ents', 'id', 'status']);
  opened.value.close();
});

test('a database of a newer app does not open, is left alone, and can be carried out as a file', async () => {
  const who = { companyId: 'c', userId: 'newer' };
  const opened = await openStore(who, silent);
  if (!opened.ok) throw new Error('not open');
  await opened.value.tx('rw', ['drafts'], (tx) =>
    tx.put('drafts', [{ key: 'card', value: 'Danube', savedAt: '2026-11-20T08:00:00.000Z' as never }]),
  );
  opened.value.close();
  await breakStores(dbName(who));
  const again = await openStore(who, silent);
  if (again.ok) throw new Error('a database without an outbox must not pass for ours');
  expect(await again.error.exportJson()).toContain('Danube');
});

test('a phone whose database the browser threw away is noticed', () => {
  const marks = new Map<string, string>();
  const marker = {
    read: (name: string) => marks.get(name) ?? null,
    write: (name: string, id: string) => void marks.set(name, id),
  };
  expect(noticeWipe(marker, 'db', 'first')).toBe(false);
  expect(noticeWipe(marker, 'db', 'first')).toBe(false);
  expect(noticeWipe(marker, 'db', 'second')).toBe(true);
});

/** As an app of the far future may leave it: another primary key, which no upgrade can change. */
function breakStores(name: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const request = indexedDB.open(name, 990);
  request.addEventListener('upgradeneeded', () => {
    request.result.deleteObjectStore('outbox');
    request.result.createObjectStore('outbox', { keyPath: 'other' });
  });
  request.addEventListener('success', () => {
    request.result.close();
    resolve();
  });
  request.addEventListener('error', () => reject(request.error ?? new Error('no')));
  return promise;
}
