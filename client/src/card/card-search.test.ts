import { expect, test } from 'vitest';
import { bare, foldText, matchesCard, matchesNumber, toQuery } from './card-search.ts';

const card = {
  values: { legalName: 'Bástya Élelmiszer Kft.', taxNumber: '12892312-2-42', registerNumber: '01-09-123456' },
};

test('a rep finds a customer without accents and with the words in any order', () => {
  expect(matchesCard(card, toQuery('elelmiszer bastya'))).toBe(true);
  expect(matchesCard(card, toQuery('BÁSTYA'))).toBe(true);
  expect(matchesCard(card, toQuery('bastya zrt'))).toBe(false);
});

test('a number is found with and without its dashes, and never across two numbers', () => {
  expect(matchesCard(card, toQuery('12892312242'))).toBe(true);
  expect(matchesCard(card, toQuery('2312-2-42'))).toBe(true);
  expect(matchesCard(card, toQuery('24201'))).toBe(false);
});

test('two digits alone are no search for a number', () => {
  expect(matchesNumber(bare('12892312-2-42'), toQuery('12'))).toBe(false);
});

test('ё and е, й and и are one letter to somebody who types fast', () => {
  expect(foldText('Берёзка')).toBe(foldText('березка'));
});

test('an empty search leaves everything in the list', () => {
  expect(matchesCard(card, toQuery('  '))).toBe(true);
});
