import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readAttachments } from '@cession/shared/paper/verifier/attachments.ts';
import { PdfFile } from '@cession/shared/paper/verifier/pdf-file.ts';
import { UnreadablePdf } from '@cession/shared/paper/verifier/pdf-syntax.ts';
import { samplePdf } from '../support/sample-pdf.ts';

const words = Buffer.from('{"note":"Árvíztűrő ) endstream %%EOF"}');

describe('what is attached', () => {
  test('is read packed or not, whatever stands in it', async () => {
    for (const [bytes, entries] of [
      [words, ''],
      [deflateSync(words), '/Filter /FlateDecode'],
    ] as const) {
      const pdf = changed(samplePdf({ files: [{ name: 'evidence.json', bytes }] }), '/Type /EmbeddedFile ', entries);
      const [file] = await readAttachments(new PdfFile(pdf));
      expect([file?.name, Buffer.from(file?.bytes ?? [])]).toEqual(['evidence.json', words]);
    }
  });

  test('is nothing in a file without a list of files', async () => {
    expect(await readAttachments(new PdfFile(changed(samplePdf(), '/EmbeddedFiles', '/Dests        ')))).toEqual([]);
  });

  test.each([
    ['packed in a way that is not ours', '/Filter /LZWDecode'],
    ['packed, but cannot be unpacked', '/Filter /FlateDecode'],
  ])('is refused when %s', async (_, entries) => {
    const pdf = changed(samplePdf({ files: [{ name: 'a', bytes: words }] }), '/Type /EmbeddedFile ', entries);
    await expect(readAttachments(new PdfFile(pdf))).rejects.toThrow(UnreadablePdf);
  });
});

test.each([
  ['no table of objects', 'startxref', 'startxrfe'],
  ['a table where none is', 'xref\n0 ', 'xfer\n0 '],
  ['an object in another place', '\n1 0 obj', '\n1 0 oby'],
  ['a key that stands twice', '/Type /Catalog /Pages', '/Type /Cat /Type'],
])('a file with %s is unreadable, not a surprise', (_, what, by) => {
  expect(() => new PdfFile(changed(samplePdf(), what, by))).toThrow(UnreadablePdf);
});

/** The words replaced by others of the same length, so that nothing moves. */
function changed(pdf: Uint8Array, what: string, by: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  expect(text).toContain(what);
  return new Uint8Array(Buffer.from(text.replace(what, by === '' ? what : by.padEnd(what.length)), 'latin1'));
}
