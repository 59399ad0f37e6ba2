import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SealKey } from '@cession/server/notice/seal/seal-key.ts';
import { sealLevelOf } from '@cession/server/notice/seal/seal-level.ts';
import { sealPdf } from '@cession/server/notice/seal/seal-pdf.ts';
import { stampSeal } from '@cession/server/notice/seal/stamp-seal.ts';
import { verifySealedPdf } from '@cession/shared/paper/verifier/verify-sealed-pdf.ts';
import { makeAuthority, type Authority } from '../support/fake-tsa.ts';
import { sampleFiles, samplePdf } from '../support/sample-pdf.ts';
import { faultsIn, freshSealKey, NOON, sealed, sealIn, stamped, verify } from '../support/sealed-sample.ts';

const THREE_YEARS_LATER = new Date('2029-11-20T12:00:00.000Z');

let key: SealKey;
let authority: Authority;
let plain: Uint8Array;
let baseline: Uint8Array;
let withTime: Uint8Array;

beforeAll(async () => {
  [key, authority] = [await freshSealKey(), await makeAuthority(NOON, 'stamp', 3650)];
  plain = samplePdf({ fill: 8000 });
  baseline = await sealed(plain, key);
  withTime = await stamped(baseline, key, authority);
});

describe('a sealed notice', () => {
  test('is found whole, by whom, and until when the certificate lasts', async () => {
    const verdict = await verify(baseline, key);
    expect(faultsIn(verdict)).toEqual([]);
    expect(verdict.ok).toBe(true);
    expect(verdict.seal).toEqual({
      signerName: 'Cession demo seal',
      sealedCertNotAfter: '2028-11-19T11:59:00.000Z',
      stampedAt: null,
      level: 'B-B',
    });
    expect(sealLevelOf(baseline)).toBe('B-B');
  });

  test('begins with the very bytes that were shown', () => {
    expect(Buffer.from(baseline.subarray(0, plain.length)).equals(plain)).toBe(true);
  });

  test('gives back what is attached, byte for byte', async () => {
    const { attachments } = await verify(baseline, key);
    expect(attachments.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual(
      sampleFiles().map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    );
  });

  test('is not good when what is attached does not prove what it should', async () => {
    const checkAttachments = () =>
      Promise.resolve([{ check: 'evidence.chain', ok: false, detail: 'a link is missing' }]);
    const verdict = await verifySealedPdf(baseline, { roots: key.roots, at: NOON, checkAttachments });
    expect(verdict.ok).toBe(false);
    expect(faultsIn(verdict)).toEqual(['evidence.chain: a link is missing']);
  });

  test('is not sealed a second time', async () => {
    const again = await sealPdf(baseline, key, { reason: 'again', location: '', now: NOON });
    expect(again).toMatchObject({ ok: false, error: { code: 'already-sealed' } });
  });

  test('is not made with an expired certificate, and the words say so', async () => {
    const late = await sealPdf(plain, key, { reason: 'late', location: '', now: THREE_YEARS_LATER });
    expect(late).toMatchObject({ ok: false, error: { code: 'seal-expired' } });
  });

  test('cannot be made by a key that does not belong to the certificate', async () => {
    const other = await freshSealKey();
    const mixed = { ...key, signer: { ...key.signer, sign: other.signer.sign } };
    const result = await sealPdf(plain, mixed, { reason: 'mixed', location: '', now: NOON });
    expect(result).toMatchObject({ ok: false, error: { code: 'seal-not-verified' } });
  });
});

describe('a time stamp', () => {
  test('goes into the place the seal kept for it: same length, same sealed bytes, same signature, one seal', async () => {
    expect(withTime.length).toBe(baseline.length);
    expect(Buffer.from(sealIn(withTime).signature).equals(sealIn(baseline).signature)).toBe(true);
    const verdict = await verify(withTime, key, authority);
    expect(faultsIn(verdict)).toEqual([]);
    expect(verdict.seal).toMatchObject({ level: 'B-T', stampedAt: '2026-11-20T12:00:00.000Z' });
    expect(sealLevelOf(withTime)).toBe('B-T');
  });

  test('keeps a seal good after its certificate has expired; without one it is not', async () => {
    expect((await verify(withTime, key, authority, THREE_YEARS_LATER)).ok).toBe(true);
    const bare = await verify(baseline, key, authority, THREE_YEARS_LATER);
    expect(faultsIn(bare)).toEqual([expect.stringContaining('seal.validity: 2029-11-20T12:00:00.000Z lies outside')]);
  });

  test('is given once', async () => {
    const nobody = { stamp: () => Promise.reject(new Error('was asked')) };
    const trust = { roots: key.roots, stampRoots: [authority.root], now: () => NOON };
    expect(await stampSeal(withTime, nobody, trust)).toEqual({ ok: false, error: { code: 'already-stamped' } });
  });
});

test('an independent reader (pdfsig), where this machine has one, calls both valid and whole; ours does everywhere', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'cession-pdfsig-'));
  try {
    for (const [name, file] of Object.entries({ baseline, withTime })) {
      expect((await verify(file, key, authority)).ok).toBe(true);
      const path = join(dir, `${name}.pdf`);
      writeFileSync(path, file);
      const { error, stdout } = spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' });
      const said = error ? 'Signature is Valid. Total document signed' : stdout;
      expect(said).toContain('Signature is Valid.');
      expect(said).toContain('Total document signed');
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
