import { expect, test } from 'vitest';
import { backOffMs } from './back-off.ts';

const OFFLINE = { kind: 'unreachable', why: 'network' } as const;

test('waiting doubles from one second to five minutes and no further', () => {
  const ceilings = [1, 2, 3, 9, 10, 100].map((failures) => backOffMs(failures, OFFLINE, () => 1));
  expect(ceilings).toEqual([1000, 2000, 4000, 256_000, 300_000, 300_000]);
});

test('phones that failed together do not come back together, and none before the server allows', () => {
  expect(backOffMs(5, OFFLINE, () => 0.25)).toBe(4000);
  expect(backOffMs(1, { kind: 'busy', status: 503, retryAfterMs: 30_000 }, () => 0)).toBe(30_000);
});

test('while somebody looks, a network that is gone is tried again within ten seconds; a server that asks for a pause is not', () => {
  const watched = [1, 4, 5, 100].map((failures) => backOffMs(failures, OFFLINE, () => 1, true));
  expect(watched).toEqual([1000, 8000, 10_000, 10_000]);
  expect(backOffMs(100, { kind: 'busy', status: 503, retryAfterMs: null }, () => 1, true)).toBe(300_000);
});
