import { beforeAll, describe, expect, test } from 'vitest';
import type { SealKey } from '@cession/server/notice/seal/seal-key.ts';
import { keySigner } from '@cession/server/notice/seal/seal-signer.ts';
import { sealPdf } from '@cession/server/notice/seal/seal-pdf.ts';
import { digest } from '@cession/shared/paper/verifier/signatures.ts';
import { verifySealedPdf } from '@cession/shared/paper/verifier/verify-sealed-pdf.ts';
import { makeAuthority, type Authority, type Lie } from '../support/fake-tsa.ts';
import { sampleFiles, samplePdf } from '../support/sample-pdf.ts';
import {
  faultsIn,
  freshSealKey,
  NOON,
  sealed,
  sealIn,
  stamped,
  tokenFor,
  verify,
  withContainer,
} from '../support/sealed-sample.ts';

let key: SealKey;
let authority: Authority;
let baseline: Uint8Array;
let other: Uint8Array;
let withTime: Uint8Array;

beforeAll(async () => {
  [key, authority] = [await freshSealKey(), await makeAuthority(NOON)];
  baseline = await sealed(samplePdf(), key);
  other = await sealed(samplePdf({ words: 'Pay to the old account' }), key);
  withTime = await stamped(baseline, key, authority);
});

describe('found out, and named for what it is', () => {
  const cases: [string, () => Uint8Array, RegExp][] = [
    ['one letter on the page', () => replaced('new account', 'now account'), /^seal\.digest: .*changed after sealing/],
    ['the title in the metadata', () => replaced('(A notice)', '(A Notice)'), /^seal\.digest: .*changed after sealing/],
    ['a byte of the attached evidence', () => replaced('"v":1}', '"v":2}'), /^seal\.digest: .*changed after sealing/],
    ['the date beside the seal', () => replaced('(D:20261120', '(D:20261119'), /^seal\.digest/],
    [
      'a second revision',
      () => appended(revision()),
      /^seal\.covers-file: changed after sealing: \d+ bytes stand behind/,
    ],
    ['bytes behind the end', () => appended('\n'), /^seal\.covers-file: changed after sealing: 1 bytes/],
    [
      'the last 100 bytes cut off',
      () => baseline.subarray(0, -100),
      /^seal\.covers-file: the file is cut off: 100 sealed/,
    ],
    ['all from the seal on cut off', () => baseline.subarray(0, 1000), /^seal\.present: .*breaks off before its end/],
    ['the seal taken out again', () => samplePdf(), /^seal\.present: there is no seal in this file$/],
    [
      'everything moved by a rewrite',
      () => replaced('%PDF-1.7\n', '%PDF-1.7\n%rewritten\n'),
      /^seal\.covers-file: changed after/,
    ],
    ['a second signature', () => appended(`${revision()}/ByteRange [0 10 20 30]\n`), /^seal\.one: 2 signatures/],
    ['a range that skips the beginning', () => rangeFrom(1), /^seal\.byte-range/],
    ['the seal of another file', () => withContainer(baseline, () => sealIn(other)), /^seal\.digest/],
    ['the digest in a copied seal put right', () => withFileDigestOf(baseline, other), /^seal\.signature/],
    ['lower case digits', () => changedDigits((hex) => hex.toLowerCase()), /^seal\.encoding/],
    ['something in the padding', () => changedDigits((hex) => `${hex.slice(0, -1)}1`), /^seal\.padding/],
    ['a byte in the certificate', () => changedDigits(certificateByte), /^seal\.certificate/],
    ['not a PDF', () => Buffer.from('PK\u0003\u0004 a spreadsheet'), /^pdf\.header/],
    ['an empty file', () => new Uint8Array(), /^pdf\.header/],
  ];
  test.each(cases)('%s', async (_, tamper, fault) => {
    const verdict = await verify(tamper(), key, authority);
    expect(verdict.ok).toBe(false);
    expect(faultsIn(verdict)).toEqual([expect.stringMatching(fault)]);
    expect(verdict.attachments).toEqual([]);
  });

  test('another attachment, everything sealed again by somebody else', async () => {
    const files = sampleFiles().map(({ name }) => ({ name, bytes: Buffer.from('forged') }));
    const forged = await sealed(samplePdf({ files }), await freshSealKey());
    expect(faultsIn(await verify(forged, key))).toEqual([
      'seal.trusted: nobody trusted vouches for "Cession demo seal"',
    ]);
  });

  test('no root to trust', async () => {
    const verdict = await verifySealedPdf(baseline, { roots: [], at: NOON });
    expect(faultsIn(verdict)).toEqual(['seal.trusted: no trusted root certificate was given']);
  });

  test('two attachments of one name, or none at all', async () => {
    const [file] = sampleFiles();
    const twins = await sealPdf(samplePdf({ files: file ? [file, file] : [] }), key, {
      reason: '',
      location: '',
      now: NOON,
    });
    const none = await sealed(samplePdf({ files: [] }), key);
    expect(faultsIn(await verify(none, key))).toEqual([
      expect.stringContaining('attachments.present: nothing is attached'),
    ]);
    const doubled = twins.ok ? twins.value.sealed : new Uint8Array();
    expect(faultsIn(await verify(doubled, key))).toEqual(['attachments.present: two attachments have one name']);
  });

  test('a seal made with the certificate of a time-stamping authority', async () => {
    const signer = keySigner(authority.pair.privateKey, authority.certificate, [authority.root]);
    const result = await sealPdf(
      samplePdf(),
      { signer, roots: [authority.root] },
      { reason: '', location: '', now: NOON },
    );
    expect(result).toMatchObject({ ok: false, error: { words: expect.stringMatching(/^seal\.purpose/) } });
  });

  test('a certificate that does not belong beside the seal', async () => {
    const strange = withContainer(baseline, (seal) => ({
      ...seal,
      issuers: [...seal.issuers, ...sealIn(other).issuers],
    }));
    expect(faultsIn(await verify(strange, key)).join()).toMatch(/seal\.chain: .* is no part of the chain/);
  });
});

describe('a time stamp that does not hold', () => {
  const lies: [string, Lie, RegExp][] = [
    ['made for something else', 'wrong-imprint', /^stamp\.imprint/],
    ['signed with another key', 'bad-signature', /^stamp\.signature/],
    ['naming another certificate', 'wrong-certificate', /^stamp\.signature: .*not the one it names/],
    ['with certificates of strangers beside it', 'stranger-beside', /^stamp\.authority: .*not one chain/],
  ];
  test.each(lies)('%s', async (_, lie, fault) => {
    const verdict = await verify(await withStamp(authority, lie), key, authority);
    expect(faultsIn(verdict)).toEqual([expect.stringMatching(fault)]);
    expect(verdict.seal?.stampedAt).toBeNull();
  });

  test('from an authority nobody trusts', async () => {
    const stranger = await makeAuthority(NOON);
    expect(faultsIn(await verify(await withStamp(stranger), key, authority))).toEqual([
      expect.stringMatching(/^stamp\.trusted/),
    ]);
  });

  test('from a certificate that is not for stamping', async () => {
    const sealer = await makeAuthority(NOON, 'seal');
    expect(faultsIn(await verify(await withStamp(sealer), key, sealer))).toEqual([
      expect.stringMatching(/^stamp\.authority/),
    ]);
  });

  test('taken from the seal of another file', async () => {
    const { stamp } = sealIn(await stamped(other, key, authority));
    const verdict = await verify(
      withContainer(baseline, (seal) => ({ ...seal, stamp })),
      key,
      authority,
    );
    expect(faultsIn(verdict)).toEqual([expect.stringMatching(/^stamp\.imprint/)]);
  });

  test('of an authority whose own certificate has expired since', async () => {
    const verdict = await verify(withTime, key, authority, new Date('2028-01-01T00:00:00.000Z'));
    expect(faultsIn(verdict)).toEqual([expect.stringMatching(/^stamp\.validity: .*outside its validity/)]);
  });

  test('of a moment that has not come yet', async () => {
    const verdict = await verify(withTime, key, authority, new Date(NOON.getTime() - 3_600_000));
    expect(faultsIn(verdict)[0]).toMatch(/^stamp\.validity: .*not come yet/);
  });
});

async function withStamp(by: Authority, lie?: Lie): Promise<Uint8Array> {
  const stamp = await tokenFor(await digest('SHA-256', sealIn(baseline).signature), by, lie);
  return withContainer(baseline, (seal) => ({ ...seal, stamp }));
}

function replaced(what: string, by: string): Uint8Array {
  const text = Buffer.from(baseline).toString('latin1');
  expect(text).toContain(what);
  return Buffer.from(text.replace(what, by), 'latin1');
}

function appended(text: string): Uint8Array {
  return Buffer.concat([baseline, Buffer.from(text, 'latin1')]);
}

/** An honest incremental update that draws something else on the page. */
function revision(): string {
  const object =
    '4 0 obj\n<< /Length 44 >>\nstream\nBT /F1 12 Tf 56 700 Td (PAY SOMEONE ELSE) Tj ET\nendstream\nendobj\n';
  const row = `${String(baseline.length).padStart(10, '0')} 00000 n \n`;
  const table = `xref\n4 1\n${row}trailer\n<< /Size 14 /Root 1 0 R /Prev 0 >>\n`;
  return `${object}${table}startxref\n${baseline.length + object.length}\n%%EOF\n`;
}

function rangeFrom(start: number): Uint8Array {
  return replaced('/ByteRange [0 ', `/ByteRange [${start} `);
}

function withFileDigestOf(file: Uint8Array, donor: Uint8Array): Uint8Array {
  return withContainer(file, ({ fileDigest }) => ({ ...sealIn(donor), fileDigest }));
}

function changedDigits(change: (hex: string) => string): Uint8Array {
  const text = Buffer.from(baseline).toString('latin1');
  return Buffer.from(text.replace(/(?<=\/Contents <)[0-9A-F]+(?=>)/, change), 'latin1');
}

/** The last byte of the signature inside the first certificate: it stays well-formed. */
function certificateByte(hex: string): string {
  const own = Buffer.from(sealIn(baseline).signer.der).toString('hex').toUpperCase();
  return hex.replace(own, `${own.slice(0, -1)}${own.endsWith('0') ? '1' : '0'}`);
}
