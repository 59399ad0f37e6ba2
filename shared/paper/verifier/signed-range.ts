import type { CheckList } from './check.ts';

export interface SignedRange {
  /** Everything before the container and everything after it; with the container these are the whole file. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** The CMS container without its padding. */
  readonly container: Uint8Array;
  /** How many bytes the place kept for the container can hold. */
  readonly room: number;
}

const BYTE_RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;
const ZERO = 0x30;
const FEWEST_SIGNED_AFTER = 16;

/**
 * Finds the one seal and the bytes it speaks for. Strict: the range starts at the first byte of the file and ends at the
 * last, and what it leaves out is one hexadecimal string in upper case, filled up with zeros (ISO 32000-1, 12.8.1).
 */
export function findSignedRange(file: Uint8Array, list: CheckList): SignedRange | undefined {
  const text = new TextDecoder('latin1').decode(file);
  const ranges = [...text.matchAll(BYTE_RANGE)].map((match) => match.slice(1, 5).map(Number));
  const [from = 0, length = 0, resume = 0, rest = 0] = ranges[0] ?? [];
  const ends = /%%EOF\s*$/.test(text) ? '' : '; the file breaks off before its end mark';
  const isShaped = from === 0 && length > 0 && resume > length + 2 && rest >= FEWEST_SIGNED_AFTER;
  const isFound =
    list.note('pdf.header', /^%PDF-1\.[3-7]\r?\n/.test(text), 'the file does not begin like a PDF') &&
    list.note('seal.present', ranges.length > 0, `there is no seal in this file${ends}`) &&
    list.note('seal.one', ranges.length === 1, `${ranges.length} signatures, one is expected: changed after sealing`) &&
    list.note('seal.byte-range', isShaped, 'the signed ranges are not [0, up to the seal, after it, to the end]') &&
    list.note('seal.covers-file', resume + rest === file.length, coverage(resume + rest - file.length));
  return isFound ? readGap(file, text, [length, resume], list) : undefined;
}

function readGap(file: Uint8Array, text: string, [start, end]: readonly [number, number], list: CheckList) {
  const hex = text.slice(start + 1, end - 1);
  const isString = text[start] === '<' && text[end - 1] === '>' && hex.length % 2 === 0 && /^[0-9A-F]+$/.test(hex);
  const isContents = /\/Contents\s?$/.test(text.slice(Math.max(0, start - 12), start));
  const size = containerSize(hex) ?? 0;
  const isPadded = size > 0 && isAll(file, start + 1 + 2 * size, end - 1, ZERO);
  const words = 'the place of the seal is not one string of upper case hexadecimal digits';
  const isGood =
    list.note('seal.encoding', isString && isContents, words) &&
    list.note('seal.padding', isPadded, 'the place behind the seal is not filled with zeros alone');
  if (!isGood) return undefined;
  return {
    before: file.subarray(0, start),
    after: file.subarray(end),
    container: Uint8Array.from({ length: size }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16)),
    room: hex.length / 2,
  };
}

function coverage(missing: number): string {
  if (missing > 0) return `the file is cut off: ${missing} sealed bytes are missing`;
  return `changed after sealing: ${-missing} bytes stand behind what the seal covers`;
}

/** Bytes of the outermost value, from its header; undefined when it does not fit or is none. */
function containerSize(hex: string): number | undefined {
  const header = /^30(?:([0-7].)|81(..)|82(....)|83(......))/.exec(hex);
  if (!header) return undefined;
  const [whole, ...lengths] = header;
  const digits = lengths.find((found) => found !== undefined) ?? '';
  const size = whole.length / 2 + Number.parseInt(digits, 16);
  return size * 2 <= hex.length ? size : undefined;
}

function isAll(file: Uint8Array, from: number, to: number, wanted: number): boolean {
  for (let at = from; at < to; at++) if (file[at] !== wanted) return false;
  return true;
}
