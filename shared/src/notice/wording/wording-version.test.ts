import { expect, test } from 'vitest';
import { JURISDICTIONS } from '../../card/jurisdiction.ts';
import type { NoticeData } from '../notice-data.ts';
import { PAPER_LANGUAGES } from '../paper-document.ts';
import { CONSENT_VERSION, consentText } from './consent.ts';
import { noticePaper } from './notice-paper.ts';
import { sampleNoticeData } from './sample-notice.ts';
import { WORDING } from './wording-version.ts';

/**
 * What was shown on a tablet is made again to compare it. So the sentences of a version, once released, never change:
 * whoever changes one raises the version and writes its new sum here.
 */
const RELEASED: Readonly<Record<string, string>> = {
  '2026.1': '4d852c02d3ce7d52ecd5c901b738dace85c0cc97b76e8e161908dbe1081c7617',
};
const RELEASED_CONSENT: Readonly<Record<string, string>> = {
  '2026.1': 'ea3229bb13e200e4f3957b869cafe956b9af540d24a93556cb3c1d1851214324',
};

test('the sentences of a released wording are the ones that were shown', async () => {
  const papers = variants().flatMap((data) =>
    PAPER_LANGUAGES.map((language) => noticePaper(data, language, 'a1b2c3d4').blocks),
  );
  expect(await sumOf(papers)).toBe(RELEASED[WORDING]);
});

test('so are those of a released consent', async () => {
  const texts = JURISDICTIONS.flatMap((jurisdiction) =>
    PAPER_LANGUAGES.map((language) => consentText(sampleNoticeData(jurisdiction), language).text),
  );
  expect(await sumOf(texts)).toBe(RELEASED_CONSENT[CONSENT_VERSION]);
});

/** Enough notices to meet every sentence: each law, each sender, with and without instruction and proof, now and later. */
function variants(): readonly NoticeData[] {
  return JURISDICTIONS.flatMap((jurisdiction) => {
    const data = sampleNoticeData(jurisdiction);
    const older = { ...data.supplyContract, signedOn: '2020-01-01' };
    return [
      data,
      ...(['supplier', 'factor'] as const).map((sender) => ({ ...data, sender })),
      { ...data, sender: 'factor' as const, proofAttached: false },
      { ...data, payee: null, effectiveOn: '2027-01-01' },
      { ...data, accountBefore: null, effectiveOn: '2027-01-01', supplyContract: older },
      { ...data, scope: { kind: 'contract' as const }, copies: 1 },
    ];
  });
}

async function sumOf(value: unknown): Promise<string> {
  const bytes = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(value)));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
