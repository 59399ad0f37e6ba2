import { describe, expect, test } from 'vitest';
import { setPieces, type Piece } from './pieces.ts';
import type { Sheet } from './sheet.ts';

/** A page has room for 721 points: seven pieces of a hundred. */
const HIGH = 100;

describe('a page', () => {
  test('takes what fits and gives the rest to the next', () => {
    expect(pagesOf(Array.from({ length: 9 }, () => ({})))).toEqual(['0 1 2 3 4 5 6', '7 8']);
  });

  test('does not end with a heading, nor with the first line of what follows it', () => {
    const pieces = Array.from({ length: 9 }, (_, at) => ({ keep: at === 5 || at === 6 }));
    expect(pagesOf(pieces)).toEqual(['0 1 2 3 4', '5 6 7 8']);
  });

  test('breaks what cannot stay together because it is longer than a page', () => {
    expect(pagesOf(Array.from({ length: 10 }, (_, at) => ({ keep: at < 9 })))).toEqual(['0 1 2 3 4 5 6', '7 8 9']);
  });

  test('begins with the head of the table that it continues', () => {
    const head = [{ height: 20, gap: 0, keep: true, draw: (): void => void drawn.push('head') }];
    const pieces = Array.from({ length: 10 }, () => ({ head }));
    expect(pagesOf(pieces)).toEqual(['0 1 2 3 4 5 6', 'head 7 8 9']);
  });

  test('is not left empty by a break that stands first, twice or last', () => {
    const pageBreak = { height: 0, newPage: true } as const;
    expect(pagesOf([pageBreak, {}, pageBreak, pageBreak, {}, pageBreak])).toEqual(['1', '4']);
  });
});

let drawn: string[] = [];

function pagesOf(pieces: readonly Partial<Piece>[]): string[] {
  drawn = [];
  const addPage = (): void => void drawn.push('|');
  // The paginator asks nothing of a sheet but new pages.
  const sheet = { pdf: { addPage } } as unknown as Sheet;
  const whole = pieces.map((piece, at): Piece => {
    return { height: HIGH, gap: 0, keep: false, draw: () => void drawn.push(`${at}`), ...piece };
  });
  setPieces(sheet, whole);
  return drawn
    .join(' ')
    .split('|')
    .slice(1)
    .map((page) => page.trim());
}
