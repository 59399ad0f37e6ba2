import { expect, test } from 'vitest';
import { leaseLeft, shouldRenew } from './lease-left.ts';

const now = Date.UTC(2026, 10, 21, 12);
const seconds = (n: number) => now + n * 1000;

test('a fresh lease counts whole minutes that are really left', () => {
  expect(leaseLeft(seconds(15 * 60 - 1), now)).toEqual({ state: 'held', minutes: 14 });
});

test('the last two minutes are announced, and the end is the end', () => {
  expect(leaseLeft(seconds(120), now)).toEqual({ state: 'ending', minutes: 2 });
  expect(leaseLeft(seconds(40), now)).toEqual({ state: 'ending', minutes: 0 });
  expect(leaseLeft(now, now).state).toBe('over');
});

test('a busy accountant renews once a minute, not with every key', () => {
  expect(shouldRenew(now, seconds(59))).toBe(false);
  expect(shouldRenew(now, seconds(60))).toBe(true);
});
