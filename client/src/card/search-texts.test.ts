import { expect, test } from 'vitest';
import { toQuery, type Query, type Searchable } from './card-search.ts';
import { searchTexts } from './search-texts.ts';

const itself = (each: Searchable) => each;
const numbered = Array.from({ length: 500 }, (_, at) => ({
  names: `${['szabo', 'kovacs', 'ab', '', 'abab'][at % 5]} ${at}\n${at % 7 === 0 ? 'bab' : 'kft.'}`,
  numbers: at % 3 === 0 ? '' : `${at}${at}00\n4471${at}`,
}));

test('what is found is what looking at every row alone finds, in the order of the rows', () => {
  const texts = searchTexts(numbered, itself);
  for (const typed of [
    'a',
    'ab',
    'bab',
    'abab',
    'szabo 1',
    '1 kft',
    'kft. kov',
    '447',
    '4471',
    '100',
    '99',
    'nobody',
  ]) {
    const query = toQuery(typed);
    expect(texts.find(query), typed).toEqual(numbered.filter((each) => holds(each, query)));
  }
});

test('a word is not found where one row ends and the next begins, nor a number', () => {
  const texts = searchTexts([text('anna', '12'), text('bela', '34')], itself);
  expect(texts.find(toQuery('nabe'))).toEqual([]);
  expect(texts.find(toQuery('1234'))).toEqual([]);
});

test('rows of the same name are all found, also the last one and after rows without any', () => {
  const rows = [text(''), text('toth'), text(''), text(''), text('toth'), text('toth')];
  expect(searchTexts(rows, itself).find(toQuery('toth'))).toHaveLength(3);
  expect(searchTexts([], itself).find(toQuery('toth'))).toEqual([]);
});

test('it does not matter how many texts were ready when the search began', () => {
  const half = searchTexts(numbered, itself);
  expect(half.makeReady(250)).toBe(true);
  expect(half.find(toQuery('kovacs'))).toHaveLength(100);
  expect(half.makeReady(250)).toBe(false);
});

function text(names: string, numbers = ''): Searchable {
  return { names, numbers };
}

function holds({ names, numbers }: Searchable, { words, number }: Query): boolean {
  return words.every((word) => names.includes(word)) || (number !== '' && numbers.includes(number));
}
