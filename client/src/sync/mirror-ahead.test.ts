import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { afterEach, expect, test, vi } from 'vitest';
import { dbName } from '../store/db.ts';
import type { DexieStore } from '../store/dexie-store.ts';
import { openStore } from '../store/open-store.ts';
import { takeReadAhead } from '../store/read-ahead.ts';
import { createMirror, type Mirror } from './mirror.ts';
import { createWrite } from './write.ts';

const script = readFileSync(new URL('../../public/before-app.js', import.meta.url), 'utf8');
const LATE = 'card-keys';
const silent = { post: () => undefined, listen: () => () => undefined, close: () => undefined };

afterEach(() => vi.unstubAllGlobals());

test('what the page reads before the app is there is what the app would have read', async () => {
  const { store, who } = await phoneOf('anna');
  pageStarts(who);
  const ahead = createMirror(store, LATE, await takeReadAhead(dbName(who)));
  const asked = createMirror(store, LATE);
  await Promise.all([ahead.load(), asked.load()]);
  expect(seen(ahead)).toEqual(seen(asked));
  expect(ahead.rows('cards')).toHaveLength(2);
  expect(ahead.rows('cases')).toHaveLength(1);
  expect(ahead.rows(LATE)).toEqual([]);
  store.close();
});

test('what was read ahead is not the whole truth before the rest is there', async () => {
  const { store, who } = await phoneOf('bela');
  pageStarts(who);
  const mirror = createMirror(store, LATE, await takeReadAhead(dbName(who)));
  await mirror.load();
  expect(mirror.upTo()).toBeNull();
  await mirror.loadRest();
  expect(mirror.upTo()).toBe(1);
  expect(mirror.rows(LATE)).toHaveLength(1);
  store.close();
});

test('what another tab saved since the page was read is found out', async () => {
  const { store, who } = await phoneOf('cili');
  pageStarts(who);
  const mirror = createMirror(store, LATE, await takeReadAhead(dbName(who)));
  await save(store, [row('cards', 'c'), row('cards', 'b', 'renamed')]);
  await mirror.load();
  await mirror.loadRest();
  expect(mirror.rows('cards')).toHaveLength(2);
  await mirror.catchUp();
  expect(mirror.rows('cards')).toHaveLength(3);
  expect(mirror.row('cards:b')).toEqual({ id: 'b', name: 'renamed' });
  expect(mirror.upTo()).toBe(2);
  store.close();
});

test('it is read for one person and one start only', async () => {
  const { store, who } = await phoneOf('dora');
  pageStarts(who);
  expect(await takeReadAhead(dbName({ ...who, userId: 'somebody-else' }))).toBeNull();
  pageStarts(who);
  expect(await takeReadAhead(dbName(who))).not.toBeNull();
  expect(await takeReadAhead(dbName(who))).toBeNull();
  store.close();
});

test('where there is no database none is made', async () => {
  const who = { companyId: 'danube', userId: 'nobody-yet' };
  pageStarts(who);
  expect(await takeReadAhead(dbName(who))).toBeNull();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(dbName(who));
});

/** Runs the script of the page, as the browser does before the app. */
function pageStarts(profile: object): void {
  const kept = new Map([['cession.profile', JSON.stringify(profile)]]);
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null });
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  runInThisContext(`(() => {${script}})()`);
}

async function phoneOf(userId: string): Promise<{ store: DexieStore; who: { companyId: string; userId: string } }> {
  const who = { companyId: 'danube', userId };
  const opened = await openStore(who, { newerVersion: () => undefined, blocked: () => undefined });
  if (!opened.ok) throw new Error('not open');
  // Names on both sides of the late table's, so that neither end is lost.
  await save(opened.value, [row('cards', 'a'), row('cards', 'b'), row('cases', 'k'), row(LATE, 'a')]);
  return { store: opened.value, who };
}

async function save(store: DexieStore, rows: readonly ReturnType<typeof row>[]): Promise<void> {
  const write = createWrite({ store, channel: silent, report: () => undefined }, () => undefined);
  await write(['view', 'sent'], async (tx) => {
    await tx.put('view', rows);
    await tx.put('sent', []);
  });
}

function row(table: string, id: string, name = 'as it was') {
  return { key: `${table}:${id}`, table, id, row: { id, name } };
}

function seen(mirror: Mirror) {
  return {
    ...{ cards: mirror.rows('cards'), cases: mirror.rows('cases'), late: mirror.rows(LATE), outbox: mirror.outbox() },
    ...{ counters: mirror.meta('counters'), upTo: mirror.upTo() },
  };
}
