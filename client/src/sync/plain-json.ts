/**
 * The value as it will be on the wire, and its size in UTF-8 bytes. Half characters (lone surrogates) and NUL,
 * which neither canonical JSON nor PostgreSQL can hold, become U+FFFD or go: a paste must never jam the outbox.
 */
export function plainJson(value: unknown): { readonly value: unknown; readonly bytes: number } {
  const text = JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'string' ? member.toWellFormed().replaceAll('\0', '') : member,
  );
  if (text === undefined) return { value: null, bytes: 4 };
  return { value: JSON.parse(text), bytes: utf8Bytes(text) };
}

export function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
