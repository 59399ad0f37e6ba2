import type { Card } from '@cession/shared/card/card.ts';

const NAMES = ['legalName', 'shortName', 'tradeName'];
const NUMBERS = [
  'taxNumber',
  'inn',
  'kpp',
  'ein',
  'euVatNumber',
  'groupTaxNumber',
  'registerNumber',
  'ogrn',
  'ogrnip',
  'nationalRegisterId',
];

interface Searchable {
  readonly names: string;
  readonly numbers: string;
}

/** Lower case, no accents, ё as е: what a person types in a hurry finds what was written with care. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** A card is searched many times and folded once. */
const known = new WeakMap<Card['values'], Searchable>();

/** Finds cards by every word of a name, or by a piece of a number written with or without its separators. */
export function matchesCard(card: Pick<Card, 'values'>, query: string): boolean {
  if (query.trim() === '') return true;
  const { names, numbers } = searchable(card.values);
  return matchesText(names, query) || matchesNumber(numbers, query);
}

export function matchesText(folded: string, query: string): boolean {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  return words.every((word) => folded.includes(word));
}

export function matchesNumber(numbers: string, query: string): boolean {
  const wanted = bare(query);
  return wanted.length >= 3 && /\d/.test(wanted) && numbers.includes(wanted);
}

/** Letters and digits only. */
export function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function searchable(values: Card['values']): Searchable {
  const held = known.get(values);
  if (held !== undefined) return held;
  const textsAt = (paths: readonly string[]) =>
    paths.flatMap((path) => (values[path] === undefined ? [] : [String(values[path])]));
  const made = {
    names: foldText(textsAt(NAMES).join('\n')),
    // A line break between them, so that no number is found across the seam of two.
    numbers: textsAt(NUMBERS).map(bare).join('\n'),
  };
  known.set(values, made);
  return made;
}
