import { expect, test } from 'vitest';
import { formatsFor } from './format.ts';
import { chooseLocale } from './locale.ts';

const noon = Date.UTC(2026, 10, 21, 12, 0);
const hour = 3_600_000;

test('a time older than a day is shown as a date, so that nobody takes it for today', () => {
  const { formatMoment, formatTime, formatDate } = formatsFor('en');
  expect(formatMoment(noon - 2 * hour, noon)).toBe(formatTime(noon - 2 * hour));
  expect(formatMoment(noon - 25 * hour, noon)).toBe(formatDate(noon - 25 * hour));
});

test.each([
  ['en', '5 minutes ago', 'in 2 days'],
  ['hu', '5 perccel ezelőtt', 'holnapután'],
  ['ru', '5 минут назад', 'послезавтра'],
] as const)('distances in time read naturally in %s', (locale, past, future) => {
  const { formatRelative } = formatsFor(locale);
  expect(formatRelative(noon - 5 * 60_000, noon)).toBe(past);
  expect(formatRelative(noon + 48 * hour, noon)).toBe(future);
});

test('numbers are grouped the way each language groups them', () => {
  expect(formatsFor('en').formatNumber(1234567.5)).toBe('1,234,567.5');
  expect(formatsFor('ru').formatNumber(1234567.5)).toBe('1\u00a0234\u00a0567,5');
});

test('the language is the stored choice, else the first of the device we speak, else English', () => {
  expect(chooseLocale('ru', ['hu-HU'])).toBe('ru');
  expect(chooseLocale('de', ['de-AT', 'hu-HU', 'en'])).toBe('hu');
  expect(chooseLocale(null, ['de-AT'])).toBe('en');
});
