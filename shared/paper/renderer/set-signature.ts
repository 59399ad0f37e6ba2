import type { Block, Strokes } from '../../src/notice/paper-document.ts';
import type { StructElement } from 'pdfkit';
import type { Piece } from './pieces.ts';
import { drawLine, drawRule, widthOf, wrapLines, type Sheet } from './sheet.ts';
import { COLUMN, INK, PAGE, SMALL, STRONG, TYPED_NAME, type Style } from './style.ts';

type Signature = Extract<Block, { kind: 'signature' }>;

const BOX = { width: 220, height: 52 };
const TYPED_HEIGHT = 34;
const LINE = 260;
const NIB = 1.1;
const POINTS_PER_PIXEL = 0.75;

/** Caption, the mark above a line, and the name below it: one block that no page parts. */
export function setSignature(sheet: Sheet, block: Signature): Piece[] {
  const whole = sheet.pdf.struct('Div');
  sheet.section.add(whole);
  const [caption, name] = [sheet.pdf.struct('P'), sheet.pdf.struct('P')];
  whole.add(caption);
  const captionLines = wrapLines(sheet, block.caption, SMALL, COLUMN);
  const height = block.mark.method === 'typed' ? TYPED_HEIGHT : BOX.height;
  const nameLines = wrapLines(sheet, block.name, STRONG, COLUMN);
  const textPiece = (text: string, style: Style, element: StructElement, gap: number, keep: boolean): Piece => ({
    height: style.leading,
    gap,
    keep,
    draw: (top) => void element.add(() => drawLine(sheet, { text, style, x: PAGE.side, align: 'start' }, top)),
  });
  return [
    ...captionLines.map((text, at) => textPiece(text, SMALL, caption, at === 0 ? 16 : 0, true)),
    {
      height: height + 4,
      gap: captionLines.length > 0 ? 2 : 16,
      keep: true,
      draw: (top: number) => {
        const bottom = top + height;
        drawMark(sheet, whole, block, bottom);
        drawRule(sheet, [PAGE.side, bottom], [PAGE.side + LINE, bottom], 'ink');
        whole.add(name);
      },
    },
    ...nameLines.map((text, at) => textPiece(text, STRONG, name, 0, at < nameLines.length - 1)),
  ];
}

function drawMark(sheet: Sheet, whole: StructElement, { alt, mark }: Signature, bottom: number): void {
  const { pdf } = sheet;
  if (mark.method === 'typed') {
    const typed = pdf.struct('P');
    whole.add(typed);
    // A long name is set smaller, never cut.
    const room = COLUMN / widthOf(sheet, mark.text, TYPED_NAME);
    const style = { ...TYPED_NAME, size: TYPED_NAME.size * Math.min(1, room) };
    const line = { text: mark.text, style, x: PAGE.side, align: 'start' } as const;
    typed.add(() => drawLine(sheet, line, bottom - 4 - style.leading, TYPED_NAME));
    return;
  }
  const top = bottom - BOX.height;
  const figure = pdf.struct('Figure', { alt, bbox: [PAGE.side, top, PAGE.side + LINE, bottom] });
  whole.add(figure);
  if (mark.method === 'none') figure.add(() => undefined);
  else figure.add(() => drawStrokes(sheet, mark.strokes, top));
}

/** Ink fills the box as far as its own shape allows, and is never drawn larger than twice what the hand drew. */
function drawStrokes({ pdf }: Sheet, strokes: Strokes, top: number): void {
  const lines = strokes.s.map(toPath);
  const points = lines.flat();
  const [minX, minY] = [least(points.map(([x]) => x)), least(points.map(([, y]) => y))];
  const [width, height] = [-least(points.map(([x]) => -x)) - minX, -least(points.map(([, y]) => -y)) - minY];
  const room = { width: BOX.width - 2 * NIB, height: BOX.height - 8 };
  const largest = (2 * POINTS_PER_PIXEL) / strokes.u;
  const scale = Math.min(largest, room.width / Math.max(width, 1), room.height / Math.max(height, 1));
  const left = PAGE.side + NIB + 4;
  const above = top + BOX.height - 5 - height * scale;
  pdf.save().strokeColor(INK).lineWidth(NIB).lineCap('round').lineJoin('round');
  for (const line of lines) {
    line.forEach(([x, y], at) => {
      const [px, py] = [left + (x - minX) * scale, above + (y - minY) * scale];
      if (at === 0) pdf.moveTo(px, py);
      // A single touch is a line to itself: a round dot.
      if (at > 0 || line.length === 1) pdf.lineTo(px, py);
    });
  }
  if (points.length > 0) pdf.stroke();
  pdf.restore();
}

/** Steps to places, in sixteenths of a pixel. */
function toPath(stroke: Strokes['s'][number]): [number, number][] {
  let [x, y] = [0, 0];
  return stroke.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x, y];
  });
}

/** 0 of none; by a loop, for a signature can have more points than a call may have arguments. */
function least(values: readonly number[]): number {
  return values.reduce((best, value) => Math.min(best, value), values[0] ?? 0);
}
