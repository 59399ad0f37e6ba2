import { beforeAll, expect, test } from 'vitest';
import type { SealKey } from '@cession/server/notice/seal/seal-key.ts';
import { makeAuthority, type Authority } from '../support/fake-tsa.ts';
import { samplePdf } from '../support/sample-pdf.ts';
import { freshSealKey, NOON, sealed, stamped, verify } from '../support/sealed-sample.ts';

const FLIPS = 10_000;
const DIGITS = '0123456789ABCDEF';

let key: SealKey;
let authority: Authority;
let files: [Uint8Array, Uint8Array];

beforeAll(async () => {
  [key, authority] = [await freshSealKey(), await makeAuthority(NOON)];
  const baseline = await sealed(samplePdf({ fill: 20_000 }), key);
  files = [baseline, await stamped(baseline, key, authority)];
});

test('both files are accepted as they are', async () => {
  for (const file of files) expect((await verify(file, key, authority)).ok).toBe(true);
});

test('10,000 files with one byte changed anywhere, stamped and not: not one is accepted', async () => {
  const dice = diceFrom(20_261_120);
  const accepted: string[] = [];
  for (let round = 0; round < FLIPS; round++) {
    const file = files[round % 2] ?? new Uint8Array();
    const at = dice(file.length);
    const byte = ((file[at] ?? 0) + 1 + dice(255)) % 256;
    if (await isAccepted(file, at, byte)) accepted.push(`round ${round}: byte ${at} to ${byte}`);
  }
  expect(accepted).toEqual([]);
});

test('every digit of the seal and of its time stamp, changed to another digit: not one is accepted', async () => {
  const dice = diceFrom(7);
  const accepted: string[] = [];
  const [, file] = files;
  const [from, to] = containerIn(file);
  expect(to - from).toBeGreaterThan(5000);
  for (let at = from; at < to; at++) {
    const digit = DIGITS[(DIGITS.indexOf(String.fromCharCode(file[at] ?? 0)) + 1 + dice(15)) % 16] ?? '';
    if (await isAccepted(file, at, digit.charCodeAt(0))) accepted.push(`byte ${at} to ${digit}`);
  }
  expect(accepted).toEqual([]);
});

/** Changes the byte, asks, and puts it back: a copy of the file for each question would cost more than the answer. */
async function isAccepted(file: Uint8Array, at: number, byte: number): Promise<boolean> {
  const before = file[at] ?? 0;
  file[at] = byte;
  const { ok } = await verify(file, key, authority);
  file[at] = before;
  return ok;
}

/** Where the digits of the container stand, up to the last that is not a zero. */
function containerIn(file: Uint8Array): [number, number] {
  const text = Buffer.from(file).toString('latin1');
  const found = /\/Contents <([0-9A-F]*?)0*>/.exec(text);
  const from = (found?.index ?? 0) + '/Contents <'.length;
  return [from, from + (found?.[1]?.length ?? 0)];
}

/** Whole numbers below a bound, the same in every run (mulberry32). */
function diceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
