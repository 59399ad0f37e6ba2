/**
 * The value as it will be on the wire, and its size in UTF-8 bytes. Half characters (lone surrogates) and NUL,
 * which neither canonical JSON nor PostgreSQL can hold, become U+FFFD or go: a paste must never jam the outbox.
 */
export function plainJson(value: unknown): { readonly value: unknown; readonly bytes: number } {
  // Written out, what must not travel is an escape; most texts have none and need not be looked through twice.
  const quick = JSON.stringify(value);
  if (quick === undefined) return { value: null, bytes: 4 };
  const text = DOUBTFUL.test(quick) ? JSON.stringify(value, cleaned) : quick;
  return { value: JSON.parse(text), bytes: utf8Bytes(text) };
}

const DOUBTFUL = /\\u(?:d[89a-f]|0000)/u;

function cleaned(_key: string, member: unknown): unknown {
  return typeof member === 'string' ? member.toWellFormed().replaceAll('\0', '') : member;
}

const utf8 = new TextEncoder();

export function utf8Bytes(text: string): number {
  return utf8.encode(text).byteLength;
}
