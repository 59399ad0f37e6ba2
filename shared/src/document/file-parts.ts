import { FILE_LIMITS } from './document.ts';

/** How many parts a file of so many bytes travels in. */
export function partCount(byteLength: number): number {
  return Math.max(1, Math.ceil(byteLength / FILE_LIMITS.partBytes));
}

/** Bytes of part `n`, counted from 0; null where the file has no such part. */
export function partLength(byteLength: number, n: number): number | null {
  const count = partCount(byteLength);
  if (!Number.isInteger(n) || n < 0 || n >= count) return null;
  return n === count - 1 ? byteLength - n * FILE_LIMITS.partBytes : FILE_LIMITS.partBytes;
}

export function partOf(bytes: Uint8Array<ArrayBuffer>, n: number): Uint8Array<ArrayBuffer> {
  return bytes.slice(n * FILE_LIMITS.partBytes, (n + 1) * FILE_LIMITS.partBytes);
}
