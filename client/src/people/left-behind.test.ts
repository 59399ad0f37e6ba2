import { afterEach, expect, test, vi } from 'vitest';
import { noteLeftBehind, readLeftBehind } from './left-behind.ts';

const nagy = { userId: 'u1', companyId: 'c1', name: 'Nagy Péter' };
const kiss = { userId: 'u2', companyId: 'c1', name: 'Kiss Éva' };

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
});
afterEach(() => kept.clear());

test('two people leave work on one phone, each is named once', () => {
  noteLeftBehind({ ...nagy, count: 2 });
  noteLeftBehind({ ...kiss, count: 1 });
  noteLeftBehind({ ...nagy, count: 3 });
  expect(readLeftBehind().map(({ name, count }) => [name, count])).toEqual([
    ['Kiss Éva', 1],
    ['Nagy Péter', 3],
  ]);
});

test('whoever signs in again is no longer somebody left behind', () => {
  noteLeftBehind({ ...nagy, count: 2 });
  noteLeftBehind({ ...nagy, count: 0 });
  expect(readLeftBehind()).toEqual([]);
});

test('a damaged note names nobody and stops nothing', () => {
  kept.set('cession.left-behind', '{"half');
  expect(readLeftBehind()).toEqual([]);
});
