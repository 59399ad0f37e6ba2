import { expect, test } from 'vitest';
import { minorUnits, typedAmount } from './money.ts';

test('an amount is read as people in three languages type it', () => {
  expect(minorUnits('12 500 000', 'HUF')).toBe(1_250_000_000);
  expect(minorUnits('12500,5', 'EUR')).toBe(1_250_050);
  expect(minorUnits('80000.25', 'USD')).toBe(8_000_025);
});

test('what is no amount, or finer than the currency, is not guessed at', () => {
  for (const typed of ['', 'about 5', '-5', '1.234,56', '1,2345']) expect(minorUnits(typed, 'EUR')).toBeNull();
});

test('an amount comes back as it would be typed', () => {
  expect(typedAmount(1_250_000_000, 'HUF')).toBe('12500000');
  expect(typedAmount(1_250_050, 'EUR')).toBe('12500.50');
  expect(typedAmount(5, 'EUR')).toBe('0.05');
});
