import { TAG } from './der.ts';

/** Any DER value: the identifier octet and its content, given in pieces. */
export function der(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, piece) => sum + piece.length, 0);
  return joinBytes([Uint8Array.of(tag), lengthBytes(length), ...content]);
}

export const sequence = (...members: readonly Uint8Array[]): Uint8Array => der(TAG.sequence, ...members);

/** Members stand in the order given: with more than one, the caller sorts. */
export const set = (...members: readonly Uint8Array[]): Uint8Array => der(TAG.set, ...members);
export const octets = (bytes: Uint8Array): Uint8Array => der(TAG.octetString, bytes);
export const bits = (bytes: Uint8Array): Uint8Array => der(TAG.bitString, Uint8Array.of(0), bytes);
export const nothing = (): Uint8Array => der(TAG.nothing);
export const yes = (): Uint8Array => der(TAG.boolean, Uint8Array.of(0xff));
export const utf8 = (text: string): Uint8Array => der(TAG.utf8, new TextEncoder().encode(text));

/** `[number]`, constructed. */
export const tagged = (number: number, ...content: readonly Uint8Array[]): Uint8Array => der(0xa0 + number, ...content);

/** A whole number from its big-endian bytes, taken as not negative. */
export function unsigned(bytes: Uint8Array): Uint8Array {
  const from = bytes.findIndex((byte) => byte !== 0);
  const digits = from === -1 ? Uint8Array.of(0) : bytes.subarray(from);
  return der(TAG.integer, (digits[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(), digits);
}

export function integer(value: number): Uint8Array {
  const digits: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return unsigned(Uint8Array.from(digits));
}

export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(TAG.oid, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

/** Seconds at most; UTCTime through 2049, GeneralizedTime from then on (RFC 5280, 4.1.2.5). */
export function time(ms: number): Uint8Array {
  const isShort = new Date(ms).getUTCFullYear() < 2050;
  return isShort ? der(TAG.utcTime, new TextEncoder().encode(digitsOf(ms).slice(2))) : generalizedTime(ms);
}

export function generalizedTime(ms: number): Uint8Array {
  return der(TAG.generalizedTime, new TextEncoder().encode(digitsOf(ms)));
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

function digitsOf(ms: number): string {
  return `${new Date(ms)
    .toISOString()
    .replace(/\.\d+/, '')
    .replace(/[^0-9]/g, '')}Z`;
}

function base128(arc: number): number[] {
  const digits = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift((rest % 128) + 128);
  return digits;
}

function lengthBytes(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return Uint8Array.of(0x80 + digits.length, ...digits);
}
