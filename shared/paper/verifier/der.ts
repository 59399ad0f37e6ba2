/** One DER value inside a larger buffer. Offsets are into `source`. */
export interface Der {
  readonly source: Uint8Array;
  /** The whole identifier octet: class, constructed bit and number. */
  readonly tag: number;
  readonly start: number;
  /** Where the content begins. */
  readonly body: number;
  readonly end: number;
  /** Empty for a primitive value. */
  readonly children: readonly Der[];
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  nothing: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
} as const;

const CONSTRUCTED = 0x20;
const DEEPEST = 32;

/** The bytes are not the one DER value they should be. */
export class NotDer extends Error {
  override readonly name = 'NotDer';
}

/** Reads exactly one DER value that fills `bytes`. Throws NotDer for BER liberties: long lengths, indefinite ones, rests. */
export function readDer(bytes: Uint8Array): Der {
  const node = readAt(bytes, 0, bytes.length, 0);
  if (node.end !== bytes.length) throw new NotDer('bytes follow the value');
  return node;
}

/** The value's own encoding, header included. */
export const derBytes = (node: Der): Uint8Array => node.source.subarray(node.start, node.end);
export const derBody = (node: Der): Uint8Array => node.source.subarray(node.body, node.end);

/** The only reading of `node` as a constructed value with that tag, with between `least` and `most` children. */
export function childrenOf(node: Der | undefined, tag: number, least = 0, most = Infinity): readonly Der[] {
  if (node?.tag !== tag)
    throw new NotDer(`tag ${tag.toString(16)} expected, ${node?.tag.toString(16) ?? 'nothing'} found`);
  if (node.children.length < least || node.children.length > most) throw new NotDer('unexpected number of members');
  return node.children;
}

export function bodyOf(node: Der | undefined, tag: number): Uint8Array {
  if (node?.tag !== tag)
    throw new NotDer(`tag ${tag.toString(16)} expected, ${node?.tag.toString(16) ?? 'nothing'} found`);
  return derBody(node);
}

/** Dotted notation. */
export function oidOf(node: Der | undefined): string {
  const body = bodyOf(node, TAG.oid);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of body) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    if (arcs.length === 0) arcs.push(Math.min(2, Math.floor(arc / 40)), arc - 40 * Math.min(2, Math.floor(arc / 40)));
    else arcs.push(arc);
    arc = 0;
  }
  return arcs.join('.');
}

/** A whole number of at most 48 bits. */
export function smallIntegerOf(node: Der | undefined): number {
  const body = bodyOf(node, TAG.integer);
  if (body.length === 0 || body.length > 6 || (body[0] ?? 0) >= 0x80) throw new NotDer('a small whole number expected');
  return body.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** The content of a BIT STRING of whole bytes. */
export function bitsOf(node: Der | undefined): Uint8Array {
  const body = bodyOf(node, TAG.bitString);
  if (body[0] !== 0) throw new NotDer('a bit string of whole bytes expected');
  return body.subarray(1);
}

/** UTCTime or GeneralizedTime in UTC to milliseconds since 1970; fractions of a second are kept to the millisecond. */
export function timeOf(node: Der | undefined): number {
  const isShort = node?.tag === TAG.utcTime;
  const text = new TextDecoder().decode(bodyOf(node, isShort ? TAG.utcTime : TAG.generalizedTime));
  const parts = (
    isShort ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)()Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/
  ).exec(text);
  if (!parts) throw new NotDer(`no time: ${text}`);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const fullYear = isShort ? year + (year < 50 ? 2000 : 1900) : year;
  return Date.UTC(fullYear, month - 1, day, hour, minute, second) + Math.floor(Number(parts[7] || 0) * 1000);
}

export function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function readAt(source: Uint8Array, start: number, limit: number, depth: number): Der {
  const tag = source[start];
  const first = source[start + 1];
  if (tag === undefined || first === undefined || start + 2 > limit) throw new NotDer('the value is cut off');
  if ((tag & 0x1f) === 0x1f || depth > DEEPEST) throw new NotDer('a tag that is not used here');
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4 || first === 0x80) throw new NotDer('no definite length');
  let length = first < 0x80 ? first : 0;
  for (let at = 0; at < lengthBytes; at++) length = length * 256 + (source[start + 2 + at] ?? 0);
  if (lengthBytes > 0 && length < (lengthBytes === 1 ? 0x80 : 256 ** (lengthBytes - 1)))
    throw new NotDer('a length longer than needed');
  const body = start + 2 + lengthBytes;
  const end = body + length;
  if (end > limit) throw new NotDer('the value is cut off');
  checkCanonical(tag, source, body, end);
  return { source, tag, start, body, end, children: tag & CONSTRUCTED ? readAll(source, body, end, depth + 1) : [] };
}

function readAll(source: Uint8Array, start: number, end: number, depth: number): Der[] {
  const nodes: Der[] = [];
  for (let at = start; at < end; at = nodes.at(-1)?.end ?? end) nodes.push(readAt(source, at, end, depth));
  return nodes;
}

function checkCanonical(tag: number, source: Uint8Array, body: number, end: number): void {
  const [first = 0, second = 0] = [source[body], source[body + 1]];
  if (tag === TAG.boolean && (end - body !== 1 || (first !== 0 && first !== 0xff)))
    throw new NotDer('a boolean of another value');
  if (tag === TAG.nothing && end !== body) throw new NotDer('NULL with content');
  if (tag !== TAG.integer) return;
  const isPadded = end - body > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
  if (end === body || isPadded) throw new NotDer('a whole number longer than needed');
}
