import { ReturnPoint } from '@cession/shared/handoff/return-reasons.ts';
import { expect, test } from 'vitest';
import { changePoint, finishedPoints, lackOf, togglePoint } from './return-points.ts';

test('a click marks a field, a second click takes the mark away', () => {
  const one = togglePoint([], 'taxNumber');
  expect(one).toEqual([{ path: 'taxNumber', code: null, note: '' }]);
  expect(togglePoint(one, 'taxNumber')).toEqual([]);
});

test('nothing is returned without a field, and no field without a reason', () => {
  expect(finishedPoints([])).toBeNull();
  const two = togglePoint(togglePoint([], 'taxNumber'), 'legalName');
  const half = changePoint(two, 'taxNumber', { code: 'missing' });
  expect(finishedPoints(half)).toBeNull();
  expect(half.map(lackOf)).toEqual([null, 'code']);
});

test('"other" must say in words what is the matter; spaces are no words', () => {
  const padded = { path: 'legalName', code: 'other', note: `  too short      ` } as const;
  expect(lackOf(padded)).toBe('words');
  expect(lackOf({ ...padded, note: 'The seal shows another name.' })).toBeNull();
});

test('what the dialog lets through, the server takes', () => {
  const points = finishedPoints([
    { path: 'taxNumber', code: 'wrong-format', note: '' },
    { path: 'legalName', code: 'other', note: ' exactly fifteen' },
  ]);
  expect(points?.every((point) => ReturnPoint.safeParse(point).success)).toBe(true);
});
