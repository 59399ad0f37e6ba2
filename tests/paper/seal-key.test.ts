import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureSealKey, readSealRoots } from '@cession/server/notice/seal/seal-key.ts';
import { sealPdf } from '@cession/server/notice/seal/seal-pdf.ts';
import { readCertificate } from '@cession/shared/paper/verifier/certificate.ts';
import { verifySealedPdf } from '@cession/shared/paper/verifier/verify-sealed-pdf.ts';
import { samplePdf } from '../support/sample-pdf.ts';
import { NOON } from '../support/sealed-sample.ts';

/** Made with OpenSSL for these tests: a root, an authority under it, a seal, in the order seal, root, authority. */
const KEYS = join(import.meta.dirname, 'keys');
const IN_2030 = new Date('2030-01-01T00:00:00.000Z');

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'cession-seal-key-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('on the first start', () => {
  test('two processes at once make one seal, and nobody else can read it', async () => {
    const keys = await Promise.all(Array.from({ length: 4 }, () => ensureSealKey(dir, {}, NOON)));
    const later = await ensureSealKey(dir, {}, IN_2030);
    const own = [...keys, later].map(({ signer }) => Buffer.from(signer.certificate).toString('hex'));
    expect(new Set(own).size).toBe(1);
    expect(readdirSync(join(dir, 'seal')).toSorted()).toEqual(['demo-seal.pem', 'roots.pem']);
    expect(statSync(join(dir, 'seal', 'demo-seal.pem')).mode & 0o777).toBe(0o600);
    expect(readSealRoots(dir, {}).map((root) => Buffer.from(root))).toEqual(
      later.roots.map((root) => Buffer.from(root)),
    );
  });

  test('the demo seal says what it is and what it is for', async () => {
    const { signer, roots, isDemo } = await ensureSealKey(dir, {}, NOON);
    const [own, root] = [readCertificate(signer.certificate), readCertificate(roots[0] ?? new Uint8Array())];
    expect([isDemo, own.name, root.name]).toEqual([true, 'Cession demo seal', 'Cession demo root']);
    expect(own.purposes?.ids).toEqual(['1.3.6.1.5.5.7.3.4', '1.2.840.113583.1.1.5']);
    expect([own.isAuthority, root.isAuthority]).toEqual([false, true]);
  });

  test('a demo seal that was damaged stops the start in words', async () => {
    const damaged = mkdtempSync(join(dir, 'damaged-'));
    await ensureSealKey(damaged, {}, NOON);
    writeFileSync(join(damaged, 'seal', 'demo-seal.pem'), 'nothing');
    await expect(ensureSealKey(damaged, {}, NOON)).rejects.toThrow(
      /demo-seal\.pem cannot be used: .* Move the folder away/,
    );
  });
});

describe('a seal of one’s own', () => {
  test.each(['ec', 'rsa'])(
    'with an %s key and an authority between seals what verifies under its root',
    async (kind) => {
      const key = await ensureSealKey(dir, declared(kind), IN_2030);
      const result = await sealPdf(samplePdf(), key, { reason: 'Seal', location: 'Győr', now: IN_2030 });
      if (!result.ok) throw new Error(result.error.words);
      const verdict = await verifySealedPdf(result.value.sealed, { roots: key.roots, at: IN_2030 });
      expect([verdict.ok, verdict.seal?.signerName, key.isDemo]).toEqual([true, `Factor Zrt. seal ${kind}`, false]);
    },
  );

  test.each([
    ['the wrong password', { ...declared('ec'), sealP12Password: 'wrong' }, /SEAL_P12_FILE cannot be used/],
    ['no file there', { ...declared('ec'), sealP12File: '/nowhere/seal.p12' }, /SEAL_P12_FILE cannot be used: ENOENT/],
    ['no roots named', { ...declared('ec'), sealRootsFile: undefined }, /^SEAL_ROOTS_FILE is not set/],
    [
      'roots of somebody else',
      { ...declared('ec'), sealRootsFile: join(KEYS, 'roots-rsa.pem') },
      /None of the trusted roots/,
    ],
  ])('%s stops the start in words', async (_, env, words) => {
    await expect(ensureSealKey(dir, env, IN_2030)).rejects.toThrow(words);
  });

  test('keeps its key out of the data folder', async () => {
    const empty = mkdtempSync(join(dir, 'empty-'));
    await ensureSealKey(empty, declared('ec'), IN_2030);
    expect(readdirSync(empty)).toEqual([]);
  });
});

function declared(kind: string) {
  return {
    sealP12File: join(KEYS, `seal-${kind}.p12`),
    sealP12Password: 'correct-horse',
    sealRootsFile: join(KEYS, `roots-${kind}.pem`),
  };
}
