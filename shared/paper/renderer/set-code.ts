import { encode } from 'uqr';
import type { Piece } from './pieces.ts';
import { drawLine, wrapLines, type Sheet } from './sheet.ts';
import { BODY, COLUMN, INK, PAGE, SMALL } from './style.ts';

const SIZE = 84;
const BESIDE = SIZE + 18;

/** The code at the left, its words and the address in letters at the right: for who has no camera. */
export function setCode(sheet: Sheet, address: string, text: string): Piece[] {
  const start = { x: PAGE.side + BESIDE, align: 'start' } as const;
  const words = wrapLines(sheet, text, BODY, COLUMN - BESIDE).map((line) => ({ ...start, text: line, style: BODY }));
  const spelled = text.includes(address) ? [] : wrapLines(sheet, address, SMALL, COLUMN - BESIDE);
  const lines = [...words, ...spelled.map((line) => ({ ...start, text: line, style: SMALL }))];
  const textHeight = lines.reduce((sum, { style }) => sum + style.leading, 0);
  const height = Math.max(SIZE, textHeight);
  const draw = (top: number): void => {
    const bbox = [PAGE.side, top, PAGE.side + SIZE, top + SIZE] as const;
    const figure = sheet.pdf.struct('Figure', { alt: `${text} ${address}`, bbox });
    const [wordsElement, addressElement] = [sheet.pdf.struct('P'), sheet.pdf.struct('P')];
    sheet.section.add(figure).add(wordsElement).add(addressElement);
    figure.add(() => drawSquares(sheet, address, top));
    let y = top + (height - textHeight) / 2;
    for (const line of lines) {
      const place = y;
      const element = line.style === SMALL ? addressElement : wordsElement;
      element.add(() => drawLine(sheet, line, place));
      y += line.style.leading;
    }
  };
  return [{ height, gap: 16, keep: false, draw }];
}

/** One path of one rectangle per run of dark squares: no seams between them on any screen. */
function drawSquares({ pdf }: Sheet, address: string, top: number): void {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const side = SIZE / size;
  data.forEach((row, line) => {
    for (let from = 0; from < size; from++) {
      if (!row[from]) continue;
      let to = from;
      while (row[to]) to++;
      pdf.rect(PAGE.side + from * side, top + line * side, (to - from) * side, side);
      from = to;
    }
  });
  pdf.fillColor(INK).fill();
}
