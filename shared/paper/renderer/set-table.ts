import type { Block } from '../../src/notice/paper-document.ts';
import type { StructElement } from 'pdfkit';
import type { Piece } from './pieces.ts';
import { rowPieces, type Cell, type RowOptions } from './set-lines.ts';
import { widthOf, type Sheet } from './sheet.ts';
import { CELL, CELL_STRONG, COLUMN, PAGE, SMALL_STRONG, type Style } from './style.ts';

type Table = Extract<Block, { kind: 'table' }>;

const BETWEEN = 12;
const beforeTotals = { ruleBelow: 'ink', keepWithNext: true } as const;

/** Rows under a head that is drawn again on every page; the totals never stand alone on one. */
export function setTable(sheet: Sheet, table: Table): Piece[] {
  const element = sheet.pdf.struct('Table');
  sheet.section.add(element);
  const columns = placeColumns(sheet, table);
  const labels = table.columns.map(({ label }) => label);
  const setRow = (texts: readonly string[], style: Style, elements: readonly StructElement[], options: RowOptions) =>
    rowPieces(sheet, cellsOf(columns, texts, style, elements), { padding: 3, ...options });

  const headOptions = { gap: 9, keepWithNext: true, ruleBelow: 'ink' } as const;
  const head = setRow(labels, SMALL_STRONG, rowElements(sheet, element, labels, 'Column'), headOptions);
  const againHead = setRow(labels, SMALL_STRONG, [], headOptions);
  const rows = table.rows.flatMap((texts, at) =>
    setRow(texts, CELL, rowElements(sheet, element, texts), {
      ...(at === table.rows.length - 1 && table.foot ? beforeTotals : { ruleBelow: 'hairline' }),
      head: againHead,
    }),
  );
  if (!table.foot) return [...head, ...rows];
  const footElements = rowElements(sheet, element, table.foot);
  return [...head, ...rows, ...setRow(table.foot, CELL_STRONG, footElements, { head: againHead })];
}

interface Column {
  readonly x: number;
  readonly width: number;
  readonly align: 'start' | 'end';
}

/** Each column gets what its longest word needs, then what its texts would like, as far as the page goes. */
function placeColumns(sheet: Sheet, table: Table): Column[] {
  const wishes = table.columns.map(({ label }, at) => {
    const texts = table.rows.map((row) => ({ text: row[at] ?? '', style: CELL }));
    const all = [...texts, { text: table.foot?.[at] ?? '', style: CELL_STRONG }, { text: label, style: SMALL_STRONG }];
    const words = all.flatMap(({ text, style }) => wordsOf(text).map((word) => ({ text: word, style })));
    const widest = (of: typeof all): number => Math.max(...of.map(({ text, style }) => widthOf(sheet, text, style)));
    return { least: widest(words) + 0.5, natural: widest(all) + 0.5 };
  });
  const room = COLUMN - BETWEEN * (table.columns.length - 1);
  const least = wishes.reduce((sum, wish) => sum + wish.least, 0);
  const natural = wishes.reduce((sum, wish) => sum + wish.natural, 0);
  const firstText = Math.max(
    0,
    table.columns.findIndex(({ align }) => align === 'start'),
  );
  const longest = longestWord(
    wishes.map((wish) => wish.least),
    room,
  );
  let x: number = PAGE.side;
  return table.columns.map(({ align }, at) => {
    const wish = wishes[at] ?? { least: 0, natural: 0 };
    const width =
      shareOf(wish, { least, natural, room, longest }) + (at === firstText ? Math.max(0, room - natural) : 0);
    const column = { x, width, align };
    x += width + BETWEEN;
    return column;
  });
}

/** Each with the space after it: lines are made of these, and what was measured once is not measured again. */
function wordsOf(text: string): readonly string[] {
  return text.split(/(?<= )|\n/);
}

interface Wish {
  readonly least: number;
  readonly natural: number;
}

function shareOf(wish: Wish, all: Wish & { readonly room: number; readonly longest: number }): number {
  if (all.natural <= all.room) return wish.natural;
  if (all.least >= all.room) return Math.min(wish.least, all.longest);
  return wish.least + ((wish.natural - wish.least) * (all.room - all.least)) / (all.natural - all.least);
}

/** The width at which words are broken, so that only the columns with the longest ones suffer: numbers and days stay whole. */
function longestWord(words: readonly number[], room: number): number {
  let [left, columns] = [room, words.length];
  for (const word of words.toSorted((a, b) => a - b)) {
    if (word * columns >= left) return left / columns;
    left -= word;
    columns -= 1;
  }
  return Infinity;
}

function cellsOf(
  columns: readonly Column[],
  texts: readonly string[],
  style: Style,
  elements: readonly StructElement[],
): Cell[] {
  return columns.map((column, at) => {
    const element = elements[at];
    return { ...column, text: texts[at] ?? '', style, ...(element ? { element } : {}) };
  });
}

function rowElements(sheet: Sheet, table: StructElement, texts: readonly string[], scope?: 'Column'): StructElement[] {
  const row = sheet.pdf.struct('TR');
  table.add(row);
  return texts.map(() => {
    const cell = scope ? sheet.pdf.struct('TH', { scope }) : sheet.pdf.struct('TD');
    row.add(cell);
    return cell;
  });
}
