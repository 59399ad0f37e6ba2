import { expect, test } from 'vitest';
import { dueLeft } from './due-left.ts';

const now = Date.UTC(2026, 10, 21, 12);
const minutes = (n: number) => now + n * 60_000;

test.each([
  [-65, { past: true, unit: 'hours', count: 1, tone: 'wrong' }],
  [-1, { past: true, unit: 'minutes', count: 1, tone: 'wrong' }],
  [59, { past: false, unit: 'minutes', count: 59, tone: 'wait' }],
  [125, { past: false, unit: 'hours', count: 2, tone: 'wait' }],
  [5 * 60, { past: false, unit: 'hours', count: 5, tone: 'neutral' }],
  [50 * 60, { past: false, unit: 'days', count: 2, tone: 'neutral' }],
] as const)('an item due in %i minutes says so in its largest whole unit', (far, expected) => {
  expect(dueLeft(minutes(far), now)).toEqual(expected);
});

test('an item due this very second is not past due yet', () => {
  expect(dueLeft(now, now)).toEqual({ past: false, unit: 'minutes', count: 0, tone: 'wait' });
});
