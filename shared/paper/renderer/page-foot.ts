import { drawArtifact, drawLine, drawRule, widthOf, wrapLines, type Sheet } from './sheet.ts';
import { COLUMN, PAGE, SMALL } from './style.ts';

const TOP = PAGE.height - 46;

/** The paper's number at the left and "page n of m" at the right of every page. Drawn last: only then is m known. */
export function drawPageFeet(sheet: Sheet, foot: string, pageWords: string): void {
  const { start, count } = sheet.pdf.bufferedPageRange();
  for (let at = 0; at < count; at++) {
    sheet.pdf.switchToPage(start + at);
    const page = pageWords.replaceAll('{n}', `${at + 1}`).replaceAll('{m}', `${count}`);
    const room = COLUMN - widthOf(sheet, page, SMALL) - 20;
    const lines = wrapLines(sheet, foot, SMALL, room);
    drawRule(sheet, [PAGE.side, TOP - 4], [PAGE.side + COLUMN, TOP - 4]);
    drawArtifact(sheet, 'Pagination', () => {
      lines.slice(0, 2).forEach((text, line) => {
        drawLine(sheet, { text, style: SMALL, x: PAGE.side, align: 'start' }, TOP + line * SMALL.leading);
      });
      drawLine(sheet, { text: page, style: SMALL, x: PAGE.side + COLUMN, align: 'end' }, TOP);
    });
  }
}
