import { expect, test } from 'vitest';
import { isLockedPdf, tellMediaType } from './tell-media-type.ts';

const text = (words: string) => new TextEncoder().encode(words);

test.each([
  [new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 0]), 'image/jpeg'],
  [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
  [text('\0\0\0\u0018ftypheic\0\0\0\0mif1heic'), 'image/heic'],
  [text('%PDF-1.7\n'), 'application/pdf'],
  [text('<svg xmlns="http://www.w3.org/2000/svg">'), null],
  [text('<!doctype html>%PDF-'), null],
  [text('\0\0\0\u0018ftypmp42\0\0\0\0'), null],
  [text('GIF89a'), null],
  [new Uint8Array([0xff, 0xd8]), null],
  [new Uint8Array(), null],
])('a file is what its first bytes say (%#)', (bytes, mediaType) => {
  expect(tellMediaType(bytes)).toBe(mediaType);
});

test('a PDF that asks for a password is told by its trailer, wherever that stands', () => {
  const long = 'x'.repeat(20_000);
  expect(isLockedPdf(text(`%PDF-1.7\n${long}\ntrailer\n<</Encrypt 12 0 R/Size 4>>\n%%EOF`))).toBe(true);
  expect(isLockedPdf(text(`%PDF-1.5\n<</Linearized 1/Encrypt 5 0 R>>${long}`))).toBe(true);
  expect(isLockedPdf(text(`%PDF-1.7\n(we never /Encrypt anything)${long}\n<</Root 1 0 R>>`))).toBe(false);
});
