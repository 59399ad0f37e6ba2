import { expect, test } from 'vitest';
import { firstInOrder } from './first-in-order.ts';

const names = ['Zsófia', 'ábel', 'Csaba', 'Ábel', 'bea', 'Dóra', 'Abel', 'bea', 'csaba', 'Éva'].map((name, at) => ({
  name,
  at,
}));
const byName = (left: { name: string }, right: { name: string }) =>
  left.name.localeCompare(right.name, 'hu', { sensitivity: 'base' });

test('the first few are those that sorting everything would put first, equal names in the order they came', () => {
  for (let most = 1; most <= names.length + 1; most += 1)
    expect(firstInOrder(names, most, byName)).toEqual(names.toSorted(byName).slice(0, most));
});

test('nothing found stays nothing', () => {
  expect(firstInOrder([], 20, byName)).toEqual([]);
});
