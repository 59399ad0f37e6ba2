import { expect, test } from 'vitest';
import { amountInWords } from './amount-in-words.ts';
import { wordsEn, wordsHu, wordsRu } from './number-words.ts';
import { writeAmount, writeDay, writeMoment } from './write-values.ts';
import { Instant } from '../../kernel/instant.ts';

test.each([
  [0, 'nulla'],
  [1, 'egy'],
  [12, 'tizenkettő'],
  [22, 'huszonkettő'],
  [100, 'száz'],
  [202, 'kétszázkettő'],
  [1100, 'ezerszáz'],
  [1999, 'ezerkilencszázkilencvenkilenc'],
  [2000, 'kétezer'],
  [2001, 'kétezer-egy'],
  [2134, 'kétezer-százharmincnégy'],
  [12_000, 'tizenkétezer'],
  [1_234_567, 'egymillió-kétszázharmincnégyezer-ötszázhatvanhét'],
  [2_000_000, 'kétmillió'],
  [1_000_000_000_000, 'egybillió'],
])('Hungarian writes %i as %s', (value, words) => {
  expect(wordsHu(value)).toBe(words);
});

test.each([
  [0, 'zero'],
  [13, 'thirteen'],
  [20, 'twenty'],
  [21, 'twenty-one'],
  [1_234_567, 'one million two hundred thirty-four thousand five hundred sixty-seven'],
  [1_000_000_000_000, 'one trillion'],
])('English writes %i as %s', (value, words) => {
  expect(wordsEn(value)).toBe(words);
});

test.each([
  [0, 'feminine', 'ноль'],
  [1, 'feminine', 'одна'],
  [2, 'masculine', 'два'],
  [11, 'masculine', 'одиннадцать'],
  [1000, 'masculine', 'одна тысяча'],
  [2002, 'feminine', 'две тысячи две'],
  [11_000, 'masculine', 'одиннадцать тысяч'],
  [121_001, 'masculine', 'сто двадцать одна тысяча один'],
  [5_000_000, 'masculine', 'пять миллионов'],
  [1_000_000_000_000, 'masculine', 'один триллион'],
] as const)('Russian writes %i, %s, as %s', (value, gender, words) => {
  expect(wordsRu(value, gender)).toBe(words);
});

test.each([
  [210_734_021, 'RUB', 'ru', 'два миллиона сто семь тысяч триста сорок рублей двадцать одна копейка'],
  [100, 'RUB', 'ru', 'один рубль ноль копеек'],
  [1200, 'RUB', 'ru', 'двенадцать рублей ноль копеек'],
  [200, 'EUR', 'ru', 'два евро'],
  [102, 'USD', 'ru', 'один доллар США два цента'],
  [701_040_000, 'HUF', 'hu', 'hétmillió-tízezer-négyszáz forint'],
  [250, 'EUR', 'hu', 'kettő euró és ötven cent'],
  [101, 'USD', 'en', 'one US dollar and one cent'],
  [250_000, 'EUR', 'en', 'two thousand five hundred euros'],
  [150_005, 'CHF', 'en', 'one thousand five hundred 05/100 CHF'],
  [1500, 'JPY', 'en', 'one thousand five hundred JPY'],
] as const)('%i minor units of %s in %s are %s', (minor, currency, language, words) => {
  expect(amountInWords(minor, currency, language)).toBe(words);
});

test('a number that is none is refused rather than miswritten', () => {
  expect(() => wordsEn(-1)).toThrow(RangeError);
  expect(() => wordsHu(1.5)).toThrow(RangeError);
});

test('amounts, days and moments are written as each language does', () => {
  const plain = (text: string) => text.replaceAll('\u00A0', ' ');
  expect(plain(writeAmount(123_456_789, 'EUR', 'en'))).toBe('1,234,567.89 EUR');
  expect(plain(writeAmount(123_456_789, 'EUR', 'hu'))).toBe('1 234 567,89 EUR');
  expect(plain(writeAmount(125_000_000, 'HUF', 'hu'))).toBe('1 250 000 HUF');
  expect(plain(writeAmount(100_000, 'RUB', 'ru'))).toBe('1 000,00 RUB');
  expect(['en', 'hu', 'ru'].map((language) => writeDay('2026-11-20', language as 'en'))).toEqual([
    '20 November 2026',
    '2026. november 20.',
    '20 ноября 2026 г.',
  ]);
  const at = Instant.parse('2026-11-20T23:30:05.000Z');
  expect(writeMoment(at, 'en', null)).toBe('20 November 2026, 23:30:05 UTC');
  expect(writeMoment(at, 'hu', { name: 'Europe/Budapest', offsetMinutes: 60 })).toBe(
    '2026. november 21. 00:30:05 UTC+01:00 (Europe/Budapest)',
  );
  expect(writeMoment(at, 'en', { name: 'America/Chicago', offsetMinutes: -360 })).toContain('17:30:05 UTC−06:00');
});
