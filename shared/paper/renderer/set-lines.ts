import type { StructElement } from 'pdfkit';
import type { Piece } from './pieces.ts';
import { drawArtifact, drawLine, drawRule, wrapLines, type Sheet } from './sheet.ts';
import { COLUMN, PAGE, type Style } from './style.ts';

/** A text that stands in a row beside others, wrapped to its own width. */
export interface Cell {
  readonly text: string;
  readonly style: Style;
  readonly x: number;
  readonly width: number;
  readonly align?: 'start' | 'end';
  /** Where the words belong in the structure; without one they are there for the eye only, a repetition. */
  readonly element?: StructElement;
}

export interface RowOptions {
  readonly gap?: number;
  /** The last line must not be the last on its page. */
  readonly keepWithNext?: boolean;
  readonly ruleBelow?: 'hairline' | 'ink';
  /** Air above the first line and between the last and the rule. */
  readonly padding?: number;
  readonly head?: readonly Piece[];
}

const KEPT_WHOLE = 8;

/** Sets cells beside each other; up to eight lines stay on one page, a longer row breaks with two lines on either side. */
export function rowPieces(sheet: Sheet, cells: readonly Cell[], options: RowOptions = {}): Piece[] {
  const wrapped = cells.map((cell) => ({ ...cell, lines: wrapLines(sheet, cell.text, cell.style, cell.width) }));
  const tallest = cells
    .map(({ style }) => style)
    .reduce((best, style) => (style.leading > best.leading ? style : best));
  const count = Math.max(1, ...wrapped.map((cell) => cell.lines.length));
  const padding = options.padding ?? 0;
  return Array.from({ length: count }, (_, at) => {
    const [above, below] = [at === 0 ? padding : 0, at === count - 1 ? padding : 0];
    return {
      height: above + tallest.leading + below,
      gap: at === 0 ? (options.gap ?? 0) : 0,
      keep: at === count - 1 ? options.keepWithNext === true : count <= KEPT_WHOLE || at === 0 || at === count - 2,
      ...(options.head ? { head: options.head } : {}),
      draw: (top: number) => {
        for (const cell of wrapped) drawCell(sheet, cell, cell.lines[at], top + above, tallest);
        if (at < count - 1 || !options.ruleBelow) return;
        const bottom = top + above + tallest.leading + below;
        drawRule(sheet, [PAGE.side, bottom], [PAGE.side + COLUMN, bottom], options.ruleBelow);
      },
    };
  });
}

function drawCell(sheet: Sheet, cell: Cell, text: string | undefined, top: number, beside: Style): void {
  if (text === undefined) return;
  const align = cell.align ?? 'start';
  const x = align === 'end' ? cell.x + cell.width : cell.x;
  const draw = (): void => drawLine(sheet, { text, style: cell.style, x, align }, top, beside);
  if (cell.element) cell.element.add(draw);
  else drawArtifact(sheet, 'Pagination', draw);
}
