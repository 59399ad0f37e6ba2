import { LineWrapper, type PDFDocument, type StructElement } from 'pdfkit';
import { HAIRLINE, INK, type Style } from './style.ts';

export interface PaperFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** The PDF being written and the one section its readers walk through. */
export interface Sheet {
  readonly pdf: PDFDocument;
  readonly section: StructElement;
}

/** Words on one line; `x` is the left edge, or the right edge when aligned to the end. */
export interface Line {
  readonly text: string;
  readonly style: Style;
  readonly x: number;
  readonly align: 'start' | 'end';
}

const ASCENT = 1.069;
const DESCENT = 0.293;

/** Breaks a text at its line breaks and into lines of at most `width` points; each keeps the space that ended it. */
export function wrapLines(sheet: Sheet, text: string, style: Style, width: number): string[] {
  const lines: string[] = [];
  choose(sheet, style);
  new LineWrapper(sheet.pdf, { width, height: Infinity, characterSpacing: style.tracking })
    .on('line', (line) => lines.push(line.replace('\n', ' ')))
    .wrap(text, {});
  return lines;
}

export function widthOf(sheet: Sheet, text: string, style: Style): number {
  choose(sheet, style);
  return sheet.pdf.widthOfString(text, { characterSpacing: style.tracking });
}

/** Draws a line of text whose line box begins at `top`; beside larger words it stands on the baseline of their style. */
export function drawLine(sheet: Sheet, line: Line, top: number, beside = line.style): void {
  const { style } = line;
  // The trailing space stays on lines that begin at the left: it keeps the words apart for who reads the text alone.
  const text = line.align === 'end' ? line.text.trimEnd() : line.text;
  const x = line.align === 'end' ? line.x - widthOf(sheet, text, style) : line.x;
  const baseline = top + (beside.leading - (ASCENT + DESCENT) * beside.size) / 2 + ASCENT * beside.size;
  choose(sheet, style);
  sheet.pdf.fillColor(style.colour);
  sheet.pdf.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: style.tracking });
}

/** What is on the page and no part of the text: a screen reader passes over it. */
export function drawArtifact(sheet: Sheet, type: 'Pagination' | 'Layout', draw: () => void): void {
  sheet.pdf.markContent('Artifact', { type });
  draw();
  sheet.pdf.endMarkedContent();
}

export function drawRule(
  sheet: Sheet,
  from: readonly [number, number],
  to: readonly [number, number],
  look: 'hairline' | 'ink' | 'bar' = 'hairline',
): void {
  const width = { hairline: 0.5, ink: 0.75, bar: 1.5 }[look];
  drawArtifact(sheet, 'Layout', () => {
    sheet.pdf.strokeColor(look === 'ink' ? INK : HAIRLINE).lineWidth(width);
    sheet.pdf.moveTo(...from).lineTo(...to);
    sheet.pdf.stroke();
  });
}

function choose(sheet: Sheet, style: Style): void {
  sheet.pdf.font(style.font).fontSize(style.size);
}
