import type { MediaType } from './document.ts';

/** Bytes from the start of a file that tell what it is. */
export const TELLTALE_BYTES = 64;

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/**
 * What a file is by its first bytes: JPEG (ISO/IEC 10918-1), PNG (ISO/IEC 15948), HEIF with HEVC images (ISO/IEC
 * 23008-12), PDF (ISO 32000, the header at the very start). null: none of these, whatever it is called.
 */
export function tellMediaType(bytes: Uint8Array): MediaType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (textAt(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  if (textAt(bytes, 4, 4) === 'ftyp' && HEIC_BRANDS.includes(textAt(bytes, 8, 4))) return 'image/heic';
  return null;
}

/** A PDF that asks for a password names its encryption in the trailer, which stands near the end or the start. */
export function isLockedPdf(bytes: Uint8Array): boolean {
  const window = 4096;
  const ends = [textAt(bytes, Math.max(0, bytes.length - window), window), textAt(bytes, 0, window)];
  return ends.some((text) => /\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</.test(text));
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return bytes.length > mark.length && mark.every((byte, at) => bytes[at] === byte);
}

function textAt(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
