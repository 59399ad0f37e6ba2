import { expect, test } from 'vitest';
import { bare, foldText, matchesCard, matchesNumber } from './card-search.ts';

const card = {
  values: { legalName: 'Bástya Élelmiszer Kft.', taxNumber: '12892312-2-42', registerNumber: '01-09-123456' },
};

test('a rep finds a customer without accents and with the words in any order', () => {
  expect(matchesCard(card, 'elelmiszer bastya')).toBe(true);
  expect(matchesCard(card, 'BÁSTYA')).toBe(true);
  expect(matchesCard(card, 'bastya zrt')).toBe(false);
});

test('a number is found with and without its dashes, and never across two numbers', () => {
  expect(matchesCard(card, '12892312242')).toBe(true);
  expect(matchesCard(card, '2312-2-42')).toBe(true);
  expect(matchesCard(card, '24201')).toBe(false);
});

test('two digits alone are no search for a number', () => {
  expect(matchesNumber(bare('12892312-2-42'), '12')).toBe(false);
});

test('ё and е, й and и are one letter to somebody who types fast', () => {
  expect(foldText('Берёзка')).toBe(foldText('березка'));
});

test('an empty search leaves everything in the list', () => {
  expect(matchesCard(card, '  ')).toBe(true);
});
