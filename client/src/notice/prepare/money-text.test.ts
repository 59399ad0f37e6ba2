import { expect, test } from 'vitest';
import { minorOf } from './money-text.ts';

test.each([
  ['1 234 567,50', 123_456_750],
  ['1,234.50', 123_450],
  ['1.234.567', 123_456_700],
  ['990', 99_000],
  ['0,5', 50],
  ['1234567.8', 123_456_780],
])('an amount typed as %s is %d hundredths', (typed, minor) => {
  expect(minorOf(typed)).toBe(minor);
});

test.each(['', '0', '0,00', '-5', 'abc', '1e9', '9999999999999'])('%s is no amount', (typed) => {
  expect(minorOf(typed)).toBeNull();
});
