import * as z from 'zod/mini';

/** A UUID that cannot be mixed up with the id of another noun. Written lower case (RFC 9562). */
export type Id<Noun extends string> = string & { readonly __noun: Noun };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Schema of a branded id: lower-case UUID text, any version. */
export function idSchema<Noun extends string>() {
  return z.custom<Id<Noun>>((value) => typeof value === 'string' && UUID.test(value));
}

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/**
 * A version 7 UUID (RFC 9562, 5.7) from a time in milliseconds and ten random bytes.
 * The time only makes ids sort roughly by age; nothing is ever ordered by it.
 */
export function uuidV7(ms: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('uuidV7 needs ten random bytes');
  const time = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0').slice(-12);
  const hex = Array.from(random.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0'));
  const version = `7${hex.slice(0, 2).join('').slice(1)}`;
  const variantByte = ((random[2] ?? 0) & 0x3f) | 0x80;
  const variant = variantByte.toString(16) + (hex[3] ?? '00');
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${hex.slice(4).join('')}`;
}
