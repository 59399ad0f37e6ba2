import { expect, test } from 'vitest';
import { compareText } from './compare-text.ts';

test('two turned digits are the only ones marked', () => {
  expect(compareText('1030 0105 2481 6370', '1030 0105 2481 6730')).toEqual([
    { text: '1030 0105 2481 6', differs: false },
    { text: '73', differs: true },
    { text: '0', differs: false },
  ]);
});

test('a number of another length differs as a whole', () => {
  expect(compareText('12345', '1234')).toEqual([{ text: '1234', differs: true }]);
});

test('a first account has nothing to differ from, and the same account does not differ', () => {
  expect(compareText(null, '12345')).toEqual([{ text: '12345', differs: false }]);
  expect(compareText('12345', '12345')).toEqual([{ text: '12345', differs: false }]);
});
