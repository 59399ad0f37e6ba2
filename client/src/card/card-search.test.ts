import { expect, test } from 'vitest';
import { bare, foldText, searchable, toQuery } from './card-search.ts';
import { searchTexts } from './search-texts.ts';

const bastya = { legalName: 'Bástya Élelmiszer Kft.', taxNumber: '12892312-2-42', registerNumber: '01-09-123456' };
const finds = (query: string) => searchTexts([bastya], searchable).find(toQuery(query)).length === 1;

test('a rep finds a customer without accents and with the words in any order', () => {
  expect(finds('elelmiszer bastya')).toBe(true);
  expect(finds('BÁSTYA')).toBe(true);
  expect(finds('bastya zrt')).toBe(false);
});

test('a number is found with and without its dashes, and never across two numbers', () => {
  expect(finds('12892312242')).toBe(true);
  expect(finds('2312-2-42')).toBe(true);
  expect(finds('24201')).toBe(false);
});

test('two digits alone are no search for a number', () => {
  expect(finds('12')).toBe(false);
  expect(finds('128')).toBe(true);
  expect(bare('12892312-2-42')).toBe('12892312242');
});

test('ё and е, й and и are one letter to somebody who types fast', () => {
  expect(foldText('Берёзка')).toBe(foldText('березка'));
});
