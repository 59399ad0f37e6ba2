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

/** Several names or numbers stand on lines of their own, so that nothing is found across the seam of two. */
export interface Searchable {
  readonly names: string;
  readonly numbers: string;
}

/** Lower case, no accents, ё as е: what a person types in a hurry finds what was written with care. */
export function foldText(text: string): string {
  // Folding is most of what a search of thousands costs, and plain letters need none.
  if (/^[ -~\n]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** A card is searched many times and folded once. */
const known = new WeakMap<Card['values'], Searchable>();

/** What a person typed, made ready once for however many cards are looked through. */
export interface Query {
  readonly words: readonly string[];
  /** Letters and digits only; empty where it is too short for a number or holds none. */
  readonly number: string;
}

export function toQuery(text: string): Query {
  const number = bare(text);
  return {
    words: foldText(text).split(/\s+/).filter(Boolean),
    number: number.length >= 3 && /\d/.test(number) ? number : '',
  };
}

/** Letters and digits only. */
export function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

export function searchable(values: Card['values']): Searchable {
  const held = known.get(values);
  if (held !== undefined) return held;
  const textsAt = (paths: readonly string[]) =>
    paths.flatMap((path) => (values[path] === undefined ? [] : [String(values[path])]));
  const made = {
    names: foldText(textsAt(NAMES).join('\n')),
    numbers: textsAt(NUMBERS).map(bare).join('\n'),
  };
  known.set(values, made);
  return made;
}
