import { expect, test } from 'vitest';
import { momentOf, snoozeTimes } from './snooze-times.ts';

const offered = (now: Date) => snoozeTimes(now).map(({ choice, at }) => [choice, at.getDay(), at.getHours()]);

test('in the morning of a Friday an item can wait until the afternoon, tomorrow or Monday', () => {
  expect(offered(new Date(2026, 10, 20, 10, 25))).toEqual([
    ['later-today', 5, 13],
    ['tomorrow', 6, 9],
    ['monday', 1, 9],
  ]);
});

test('late in the day there is no later today, and on Sunday tomorrow is Monday', () => {
  expect(offered(new Date(2026, 10, 22, 17, 0))).toEqual([['tomorrow', 1, 9]]);
});

test('on a Monday, Monday is the next one', () => {
  const [, , monday] = snoozeTimes(new Date(2026, 10, 23, 8, 0));
  expect(monday?.at.getDate()).toBe(30);
});

test('half a date is no moment', () => {
  expect(momentOf('2026-11-23', '')).toBeNull();
  expect(momentOf('2026-11-23', '14:30')).toEqual(new Date(2026, 10, 23, 14, 30));
});
