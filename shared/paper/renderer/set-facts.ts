import type { Fact, Side } from '../../src/notice/paper-document.ts';
import type { StructElement } from 'pdfkit';
import type { Piece } from './pieces.ts';
import { rowPieces, type Cell } from './set-lines.ts';
import { drawRule, type Sheet } from './sheet.ts';
import { BODY, COLUMN, digitwise, PAGE, SMALL, STRONG, type Style } from './style.ts';

const LABEL_SHARE = 0.26;
const INSET = 12;

/** Label at the left, value at the right; framed, the values are bold. */
export function setFacts(sheet: Sheet, rows: readonly Fact[], framed: boolean): Piece[] {
  const table = sheet.pdf.struct('Table');
  sheet.section.add(table);
  const inset = framed ? INSET : 0;
  const left = PAGE.side + inset;
  const labelWidth = COLUMN * LABEL_SHARE - inset;
  const valueLeft = PAGE.side + COLUMN * LABEL_SHARE + 10;
  const valueWidth = PAGE.side + COLUMN - inset - valueLeft;
  const pieces = rows.flatMap((fact, at) => {
    const { label, value } = factElements(sheet, table);
    const cells: Cell[] = [
      { text: fact.label, style: SMALL, x: left, width: labelWidth, element: label },
      { text: fact.value, style: valueStyle(fact, framed), x: valueLeft, width: valueWidth, element: value },
    ];
    return rowPieces(sheet, cells, { gap: at === 0 ? (framed ? 0 : 6) : 1.5, keepWithNext: keepsTogether(rows, at) });
  });
  return framed ? frame(sheet, pieces) : pieces;
}

const GUTTER = 24;

/** Two columns under their headings, row beside row, so that eyes can go across; a reader hears one side, then the other. */
export function setBeforeAfter(sheet: Sheet, before: Side, after: Side): Piece[] {
  const width = (COLUMN - GUTTER) / 2;
  const sides = [
    { ...before, x: PAGE.side, strong: false, ...sideElements(sheet) },
    { ...after, x: PAGE.side + width + GUTTER, strong: true, ...sideElements(sheet) },
  ];
  const headings = sides.map(({ heading, x, title }) => ({ text: heading, style: STRONG, x, width, element: title }));
  const count = Math.max(before.rows.length, after.rows.length);
  const rows = Array.from({ length: count }, (_, at) => {
    const cells = sides.flatMap(({ rows: facts, x, strong, table }) => {
      const fact = facts[at];
      return fact ? [{ fact, x, strong, ...factElements(sheet, table) }] : [];
    });
    const labels = cells.map(({ fact, x, label }) => ({ text: fact.label, style: SMALL, x, width, element: label }));
    const values = cells.map(({ fact, x, strong, value }) => {
      return { text: fact.value, style: valueStyle(fact, strong), x, width, element: value };
    });
    return [
      ...rowPieces(sheet, labels, { gap: 5, keepWithNext: true }),
      ...rowPieces(sheet, values, { keepWithNext: at < count - 1 }),
    ];
  });
  const head = rowPieces(sheet, headings, { gap: 10, padding: 3, keepWithNext: true });
  const ruled = head.map((piece, at) => (at === head.length - 1 ? withRules(sheet, piece, sides, width) : piece));
  return [...ruled, ...rows.flat()];
}

function withRules(sheet: Sheet, piece: Piece, sides: readonly { readonly x: number }[], width: number): Piece {
  const draw = (top: number): void => {
    piece.draw(top);
    for (const { x } of sides) drawRule(sheet, [x, top + piece.height], [x + width, top + piece.height], 'ink');
  };
  return { ...piece, draw };
}

function sideElements(sheet: Sheet): { title: StructElement; table: StructElement } {
  const division = sheet.pdf.struct('Div');
  const [title, table] = [sheet.pdf.struct('P'), sheet.pdf.struct('Table')];
  sheet.section.add(division.add(title).add(table));
  return { title, table };
}

function factElements(sheet: Sheet, table: StructElement): { label: StructElement; value: StructElement } {
  const row = sheet.pdf.struct('TR');
  const [label, value] = [sheet.pdf.struct('TH', { scope: 'Row' }), sheet.pdf.struct('TD')];
  table.add(row.add(label).add(value));
  return { label, value };
}

function valueStyle(fact: Fact, strong: boolean): Style {
  const style = strong ? STRONG : BODY;
  return fact.digits ? digitwise(style) : style;
}

/** Short lists stay whole; long ones may break between facts, two on either side. */
function keepsTogether(rows: readonly Fact[], at: number): boolean {
  return at < rows.length - 1 && (rows.length <= 8 || at === 0 || at === rows.length - 2);
}

/** A hairline around; on a page break the frame stays open and goes on, so nobody takes half of it for the whole. */
function frame(sheet: Sheet, pieces: readonly Piece[]): Piece[] {
  const [left, right] = [PAGE.side, PAGE.side + COLUMN];
  return pieces.map((piece, at) => {
    const [isFirst, isLast] = [at === 0, at === pieces.length - 1];
    const above = isFirst ? 9 : piece.gap;
    const height = above + piece.height + (isLast ? 9 : 0);
    const draw = (top: number): void => {
      if (isFirst) drawRule(sheet, [left, top], [right, top], 'ink');
      if (isLast) drawRule(sheet, [left, top + height], [right, top + height], 'ink');
      for (const x of [left, right]) drawRule(sheet, [x, top], [x, top + height], 'ink');
      piece.draw(top + above);
    };
    return { ...piece, height, gap: isFirst ? 9 : 0, draw };
  });
}
