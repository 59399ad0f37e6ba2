import * as z from 'zod/mini';

/** OWASP names 600 000 for passwords; four digits are guessed at any count, the waiting is what protects them. */
const ROUNDS = 310_000;
const PIN = /^\d{4,8}$/;

/** What is kept of a PIN. It keeps a tablet in a stranger's hands on its page; it encrypts nothing. */
export const KeptPin = z.object({
  v: z.literal(1),
  salt: z.string(),
  rounds: z.int().check(z.minimum(210_000)),
  hash: z.string(),
  /** Wrong ones since the last right one. */
  wrong: z.int().check(z.nonnegative()),
  /** Device clock, milliseconds: when the last wrong one was entered. */
  wrongAt: z.int(),
});
export type KeptPin = z.infer<typeof KeptPin>;

export function isPin(text: string): boolean {
  return PIN.test(text);
}

export async function sealPin(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<KeptPin> {
  return { v: 1, salt: toHex(salt), rounds: ROUNDS, hash: await stretch(pin, salt, ROUNDS), wrong: 0, wrongAt: 0 };
}

export async function fitsPin(kept: KeptPin, pin: string): Promise<boolean> {
  return (await stretch(pin, fromHex(kept.salt), kept.rounds)) === kept.hash;
}

const FREE_TRIES = 3;
const WAITS_S = [5, 15, 30, 60, 120, 300] as const;

/** Milliseconds until the next try. It grows to five minutes and never becomes for ever. */
export function waitBeforeTry({ wrong, wrongAt }: KeptPin, now: number): number {
  if (wrong < FREE_TRIES) return 0;
  const wait = (WAITS_S[Math.min(wrong - FREE_TRIES, WAITS_S.length - 1)] ?? 300) * 1000;
  // A clock that was set back must not make it longer.
  return Math.min(wait, Math.max(0, wrongAt + wait - now));
}

async function stretch(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, key, 256);
  return toHex(new Uint8Array(bits));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
