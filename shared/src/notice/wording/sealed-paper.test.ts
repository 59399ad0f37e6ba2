import { beforeAll, describe, expect, test } from 'vitest';
import { EVIDENCE_CHECKS } from '../evidence-checks.ts';
import { evidenceCrypto } from '../evidence-crypto.ts';
import type { EvidenceBundle } from '../evidence.ts';
import * as sample from '../evidence.fixture.ts';
import type { CeremonyOutcome } from '../notice.ts';
import { Instant } from '../../kernel/instant.ts';
import { LAWS } from './laws.ts';
import { noticeBlocks } from './notice-paper.ts';
import { linesOf, textOf } from './paper-text.fixture.ts';
import { sampleNoticeData } from './sample-notice.ts';
import type { SealedPaperInput } from './sealed-paper-input.ts';
import { sealedPaper } from './sealed-paper.ts';

const crypto = evidenceCrypto(globalThis.crypto.subtle);
/** What is printed does not depend on the signature's bytes. */
const device: sample.Signer = {
  id: 'device-key-thumbprint',
  publicKey: { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) },
  sign: async () => new Uint8Array(64),
};
const data = sampleNoticeData('HU');
let signed: SealedPaperInput;

beforeAll(async () => {
  signed = await sealing(sample.signing(), 'acknowledged');
});

describe('a signed receipt', () => {
  test('follows the notice as it was shown, with the signature that was drawn', () => {
    const { blocks } = sealedPaper(signed);
    const notice = noticeBlocks(data, 'hu', 'a1b2c3d4');
    expect(blocks.slice(0, notice.length)).toEqual(notice);
    const marks = blocks.slice(notice.length).flatMap((block) => (block.kind === 'signature' ? [block] : []));
    expect(marks.map(({ name, mark }) => [name, mark])).toEqual([
      ['Szabó Péter', { method: 'drawn', strokes: sample.SIGNATURE }],
    ]);
  });

  test('says of every separate act whether it was declared', async () => {
    const { debt, waiver, sign } = (await import('./ceremony-words.ts')).ceremonyWords('hu');
    expect(receiptOf(signed)).not.toContain(debt.statement);
    expect(receiptOf(signed)).toContain(sign.notAcceptance);
    expect(receiptOf(signed)).toContain('nem nyilatkozott');
    const heavier = [...sample.signing()].map((one) =>
      one.type === 'signed'
        ? sample.signed(0, { confirmsDebt: true, objections: { stated: 'list', text: 'Számla 1:\nhibás áru' } })
        : one,
    );
    const text = receiptOf(await sealing(heavier, 'with-exceptions'));
    expect(text).toContain(debt.statement);
    expect(text).not.toContain(waiver.statement);
    expect(text).not.toContain(sign.notAcceptance);
    expect(text).toContain('Számla 1: hibás áru');
  });

  test('carries a certificate in English and in the language of the signer', () => {
    const text = certificateOf(signed);
    expect(text).toContain('Certificate: how this receipt came about');
    expect(text).toContain('Igazolás: hogyan jött létre ez az átvétel');
    expect(text.indexOf('Certificate')).toBeLessThan(text.indexOf('Igazolás'));
  });

  test('prints hashes, key, three times, witness and legal level', () => {
    const text = certificateOf(signed);
    const { bundle } = signed;
    const expected = [
      ...[
        bundle.ceremonyId,
        device.id,
        bundle.events.at(-1)?.hash ?? '',
        sample.SAMPLE.dataSha256,
        sample.SAMPLE.pdf.hu,
      ],
      ...['Device clock said', 'Not before (server beacon)', 'Not after (received)', 'Kiss Anna'],
      ...['simple electronic signature', 'advanced electronic seal', LAWS['ptk-6-7-3'].quote, LAWS['eidas-25-1'].quote],
      ...['2026.1', 'Who held the pen'],
    ];
    expect(expected.filter((part) => !text.includes(part))).toEqual([]);
  });

  test('claims only what the checks that held carry', () => {
    const without = { ...signed, checksPassed: EVIDENCE_CHECKS.filter((check) => check !== 'paper.match') };
    const claim = 'The server made the same paper again from the data of the notice.';
    expect(certificateOf(signed)).toContain(claim);
    expect(certificateOf(without)).not.toContain(claim);
  });
});

describe('a notice nobody signed for', () => {
  test('tells the refusal and its reason, and claims no signature', async () => {
    const script = [
      sample.prepared(),
      sample.handedOver,
      sample.shown,
      sample.refused,
      sample.handedBack,
      sample.witnessed,
    ];
    const refusal = await sealing(script, 'refused');
    expect(receiptOf(refusal)).toContain('Előbb jogász nézi meg');
    expect(receiptOf(refusal)).toContain('I saw it happen.');
    expect(certificateOf(refusal)).toContain('The receiver did not sign.');
    expect(certificateOf(refusal)).not.toContain('Who held the pen');
  });
});

test('two joint signers each have their own statement', async () => {
  const joint = await sealing(sample.signingJointly({ method: 'typed', text: 'Péter' }), 'acknowledged');
  expect(receiptOf(joint)).toContain('2. aláírás (összesen 2)');
  expect(receiptOf(joint)).toContain('Nagy Éva');
});

test('nothing on the sealed paper is empty or undefined, and it is made the same again', () => {
  const paper = sealedPaper(signed);
  const bad = linesOf(paper.blocks).filter((line) => line.trim() === '' || /undefined|NaN|\n/.test(line));
  expect(bad).toEqual([]);
  expect(sealedPaper(signed)).toEqual(paper);
});

async function sealing(script: readonly sample.Happening[], outcome: CeremonyOutcome): Promise<SealedPaperInput> {
  const bundle: EvidenceBundle = await sample.enact(script, outcome, device, crypto);
  const receivedAt = Instant.parse('2026-11-20T10:00:00.000Z');
  return {
    ...{ data, language: 'hu', code: 'a1b2c3d4', bundle, receivedAt, checksPassed: EVIDENCE_CHECKS, remarks: ['late'] },
    times: {
      ...{ deviceSaid: Instant.parse('2026-11-20T09:02:00.000Z'), notBefore: null, notAfter: receivedAt },
      zone: { name: 'Europe/Budapest', offsetMinutes: 60 },
    },
    ...{ pdfSha256: sample.SAMPLE.pdf.hu, verifyAddress: data.verifyAddress },
  };
}

function partsOf(input: SealedPaperInput): { readonly receipt: string; readonly certificate: string } {
  const after = sealedPaper(input).blocks.slice(noticeBlocks(data, 'hu', 'a1b2c3d4').length);
  const second = after.findIndex((block, at) => at > 0 && block.kind === 'page-break');
  return { receipt: textOf(after.slice(0, second)), certificate: textOf(after.slice(second)) };
}

const receiptOf = (input: SealedPaperInput) => partsOf(input).receipt;
const certificateOf = (input: SealedPaperInput) => partsOf(input).certificate;
