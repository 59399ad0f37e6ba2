import { expect, test } from 'vitest';
import { createChanges, isBegun, isWholeNumber, numberFieldOf, rulesOf } from './new-card-state.ts';

test('the country decides whose rules and which number', () => {
  expect(['HU', 'RU', 'US', 'DE'].map((country) => numberFieldOf(rulesOf(country)))).toEqual([
    'taxNumber',
    'inn',
    'ein',
    'euVatNumber',
  ]);
});

test('what was typed for another country stays behind', () => {
  const typed = { taxNumber: '25978221242', legalName: 'Волжанка', inn: '7707083893' };
  expect(createChanges({ country: 'RU', typed }, false)).toEqual({
    changes: { country: 'RU', legalName: 'Волжанка', inn: '7707083893' },
    unfit: [],
  });
});

test('a name that is too long is named, not cut', () => {
  const { changes, unfit } = createChanges({ country: 'HU', typed: { legalName: 'x'.repeat(301) } }, false);
  expect(unfit).toEqual(['legalName']);
  expect(changes).toEqual({ country: 'HU' });
});

test('a number is whole when nothing more can follow: ten digits of an INN may become twelve', () => {
  expect(isWholeNumber('HU', '25978221-2-42')).toBe(true);
  expect(isWholeNumber('RU', '7707083893')).toBe(false);
  expect(isWholeNumber('RU', '500100732259')).toBe(true);
  expect(isWholeNumber('US', '91-1144442')).toBe(true);
  expect(isWholeNumber('EU', 'DE811569869')).toBe(false);
});

test('an empty form is not begun', () => {
  expect(isBegun({ typed: {} })).toBe(false);
  expect(isBegun({ typed: { legalName: '' } })).toBe(false);
  expect(isBegun({ typed: { legalName: 'T' } })).toBe(true);
});
