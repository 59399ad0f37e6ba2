import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { samplePaper, type SampleWish } from '@cession/server/notice/cli/sample-paper.ts';
import { serverCrypto } from '@cession/server/notice/evidence-crypto.ts';
import type { SealKey } from '@cession/server/notice/seal/seal-key.ts';
import { readOrMakeServerKey, type ServerSigner } from '@cession/server/notice/server-key.ts';
import { checkSealedAttachments } from '@cession/shared/notice/check-sealed-attachments.ts';
import { CEREMONY_OUTCOMES } from '@cession/shared/notice/notice.ts';
import type { Attachment } from '@cession/shared/paper/verifier/attachments.ts';
import { utf8Text } from '@cession/shared/paper/verifier/utf8-text.ts';
import { verifySealedPdf, type Verification } from '@cession/shared/paper/verifier/verify-sealed-pdf.ts';
import { samplePdf } from '../support/sample-pdf.ts';
import { faultsIn, freshSealKey, NOON, sealed } from '../support/sealed-sample.ts';

let seal: SealKey;
let signer: ServerSigner;

beforeAll(async () => {
  seal = await freshSealKey();
  const dataDir = mkdtempSync(join(tmpdir(), 'cession-key-'));
  signer = await readOrMakeServerKey({ dataDir });
  rmSync(dataDir, { recursive: true });
});

const paper = (wish: Partial<SampleWish> = {}) =>
  samplePaper({ jurisdiction: 'HU', language: 'hu', seal, signer, now: NOON.getTime(), ...wish });

function verify(file: Uint8Array): Promise<Verification> {
  const checkAttachments = async (attachments: readonly Attachment[]) =>
    (await checkSealedAttachments(attachments, { crypto: serverCrypto, utf8Text })).checks;
  return verifySealedPdf(file, { roots: seal.roots, at: NOON, checkAttachments });
}

test.each(CEREMONY_OUTCOMES)('what lies in a sealed notice is one story, however it ended: %s', async (outcome) => {
  const verdict = await verify(await paper({ outcome }));
  expect(faultsIn(verdict)).toEqual([]);
  expect(verdict.ok).toBe(true);
  expect(verdict.checks.map(({ check }) => check)).toContain('presented.match');
});

test.each(['RU', 'EU', 'US'] as const)('and wherever it was made: %s', async (jurisdiction) => {
  expect((await verify(await paper({ jurisdiction, language: jurisdiction === 'RU' ? 'ru' : 'en' }))).ok).toBe(true);
});

test('our own seal over the attachments of two notices does not make them one', async () => {
  const one = (await verify(await paper())).attachments;
  const other = (await verify(await paper({ jurisdiction: 'RU', language: 'ru' }))).attachments;
  for (const [swapped, expected] of [
    ['evidence.json', ['presented.match', 'consent.match']],
    ['presented.pdf', ['presented.match']],
    ['consent.txt', ['consent.match']],
  ] as const) {
    const files = [...one.filter(({ name }) => name !== swapped), ...other.filter(({ name }) => name === swapped)];
    const { checks, ok } = await verify(await sealed(samplePdf({ files }), seal));
    expect([swapped, ok, checks.filter((each) => !each.ok).map(({ check }) => check)]).toEqual([
      swapped,
      false,
      expected,
    ]);
  }
});

test('evidence that was edited before our own seal went on is caught', async () => {
  const { attachments } = await verify(await paper());
  const edit = (from: RegExp, to: string) =>
    attachments.map((file) =>
      file.name === 'evidence.json'
        ? { ...file, bytes: Buffer.from((utf8Text(file.bytes) ?? '').replace(from, to)) }
        : file,
    );
  for (const [files, expected] of [
    [edit(/"confirmsDebt":false/, '"confirmsDebt":true'), 'chain.hashes'],
    [edit(/^\{/, '{ '), 'bundle.json'],
    [edit(/"v":1\}$/, '"v":1,"x":1}'), 'bundle.schema'],
  ] as const) {
    const { checks } = await verify(await sealed(samplePdf({ files }), seal));
    expect(checks.filter(({ ok }) => !ok).map(({ check }) => check)).toContain(expected);
  }
});
