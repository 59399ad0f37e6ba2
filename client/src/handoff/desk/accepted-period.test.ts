import { expect, test } from 'vitest';
import { startOf } from './accepted-period.ts';

const now = new Date(2026, 2, 3, 14, 30);
const at = (...parts: [number, number, number]) => new Date(...parts).toISOString();

test.each([
  ['today', at(2026, 2, 3)],
  ['week', at(2026, 1, 25)],
  ['month', at(2026, 2, 1)],
  ['year', at(2026, 0, 1)],
] as const)('"%s" begins at midnight of its first day', (period, expected) => {
  expect(startOf(period, now)).toBe(expected);
});

test('all time has no beginning', () => {
  expect(startOf('all', now)).toBeNull();
});
