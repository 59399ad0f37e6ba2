import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdfkit';
import { describe, expect, test } from 'vitest';
import fonts from './fonts.json' with { type: 'json' };

const promised = fonts.codePoints.flatMap(([first = 0, last = 0]) => {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
});

describe.each([fonts.regular, fonts.bold])('the font $file', ({ file, sha256 }) => {
  const bytes = readFileSync(join(import.meta.dirname, file));

  test('is the one papers were hashed with', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  });

  test('has a letter for every character the renderer lets through', () => {
    const known = new Set(readCharacters(bytes));
    expect(promised.length).toBeGreaterThan(400);
    expect(promised.filter((point) => !known.has(point))).toEqual([]);
  });

  test('has digits of one width, so that columns of numbers stand', () => {
    const pdf = openWith(bytes);
    expect(new Set(Array.from('0123456789', (digit) => pdf.widthOfString(digit))).size).toBe(1);
  });
});

function readCharacters(bytes: Uint8Array): readonly number[] {
  // pdfkit keeps the parsed font here; nothing public lists its characters.
  const opened = openWith(bytes) as unknown as { _font: { font: { characterSet: readonly number[] } } };
  return opened['_font'].font.characterSet;
}

function openWith(bytes: Uint8Array): PDFDocument {
  const info = { CreationDate: new Date(0) };
  const pdf = new PDFDocument({
    ...{ size: 'A4', margin: 0, pdfVersion: '1.7', subset: 'PDF/A-3a', lang: 'en', tagged: true, displayTitle: true },
    ...{ compress: false, font: null, autoFirstPage: false, bufferPages: true, info },
  });
  return pdf.registerFont('Tried', bytes).font('Tried').fontSize(10);
}
