import { addMs, type Instant } from '../kernel/instant.ts';
import type { CompanyId, UserId } from '../people/actor.ts';
import { appendEvent, bundleSha256, bundleText, closeChain, toBundle } from './evidence-chain.ts';
import { summaryOf } from './evidence-summary.ts';
import type { EvidenceWorld } from './evidence-world.ts';
import type {
  EvidenceBundle,
  EvidenceCrypto,
  EvidenceOf,
  EvidenceType,
  PublicKey,
  SignBytes,
  SignedEvent,
} from './evidence.ts';
import type { CeremonyId, CeremonyOutcome, NoticeId } from './notice.ts';
import type { Strokes } from './paper-document.ts';
import { signText } from './signed-text.ts';

/** A pair of keys and what can be done with them. */
export interface Signer {
  readonly id: string;
  readonly publicKey: PublicKey;
  readonly sign: SignBytes;
}

/** Ids below are sample ids, cast to the noun they stand for. */
export const SAMPLE = {
  ceremonyId: '00000000-0000-7000-8000-00000000c001' as CeremonyId,
  otherCeremonyId: '00000000-0000-7000-8000-00000000c002' as CeremonyId,
  noticeId: '00000000-0000-7000-8000-00000000a001' as NoticeId,
  companyId: '00000000-0000-7000-8000-00000000b001' as CompanyId,
  userId: '00000000-0000-7000-8000-00000000e001' as UserId,
  dataSha256: 'da'.repeat(32),
  pdf: { en: 'e0'.repeat(32), hu: '11'.repeat(32), ru: 'f0'.repeat(32) },
  consentSha256: 'c0'.repeat(32),
  startsAt: '2026-11-20T09:00:00.000Z' as Instant,
} as const;

/** One thing that happens, without its place in the chain. */
export type Happening = {
  readonly [T in EvidenceType]: { readonly type: T; readonly data: EvidenceOf<T>['data'] };
}[Exclude<EvidenceType, 'closed'>];

export const SIGNATURE: Strokes = {
  v: 1,
  w: 600,
  h: 240,
  u: 16,
  s: [
    [
      [1600, 1600],
      [800, 400],
      [800, -400],
    ],
    [
      [3200, 1600],
      [1600, 0],
    ],
  ],
};

export function prepared(change: Partial<EvidenceOf<'prepared'>['data']> = {}): Happening {
  return {
    type: 'prepared',
    data: {
      noticeId: SAMPLE.noticeId,
      companyId: SAMPLE.companyId,
      dataSha256: SAMPLE.dataSha256,
      pdfSha256: SAMPLE.pdf.hu,
      pages: 2,
      renderer: 1,
      wording: '2026.1',
      language: 'hu',
      deviceSeq: 0,
      witness: { userId: SAMPLE.userId, name: 'Kiss Anna' },
      signers: [signer('Szabó Péter')],
      signingRule: 'sole',
      beacon: null,
      clock: { timeZone: 'Europe/Budapest', offsetMs: 0, offsetAgeMs: 60_000 },
      app: { build: '1.0.0', userAgent: 'Tablet', online: false },
      screen: { w: 1180, h: 820 },
      ...change,
    },
  };
}

export function signer(name: string): EvidenceOf<'prepared'>['data']['signers'][number] {
  return { name, title: 'ügyvezető', authority: 'statutory', authorityReference: '', identifiedBy: 'id-seen' };
}

const identified = (at: number, name: string): Happening => ({
  type: 'identified',
  data: { signer: at, confirmedName: name },
});
const consented = (at: number): Happening => ({
  type: 'consented',
  data: { signer: at, consent: { version: '2026.1', language: 'hu', sha256: SAMPLE.consentSha256 } },
});
export function signed(at: number, change: Partial<EvidenceOf<'signed'>['data']> = {}): Happening {
  return {
    type: 'signed',
    data: {
      ...{ signer: at, mark: { method: 'drawn', strokes: SIGNATURE }, act: 'Az átvételt elismerem', receipt: true },
      ...{ objections: { stated: 'not-stated' }, confirmsDebt: false, waivesDefences: false },
      ...change,
    },
  };
}
export const handedOver: Happening = { type: 'handed-over', data: {} };
export const handedBack: Happening = { type: 'handed-back', data: {} };
export const shown: Happening = { type: 'shown', data: { language: 'hu', pdfSha256: SAMPLE.pdf.hu } };
export const copyGiven: Happening = { type: 'copy-given', data: { how: 'code-shown', email: '' } };
export const witnessed: Happening = {
  type: 'witnessed',
  data: { userId: SAMPLE.userId, statement: 'I saw it happen.', note: '' },
};
export const refused: Happening = { type: 'refused', data: { signer: 0, reason: 'needs-lawyer', note: '' } };

/** One person reads, consents and signs. */
export function signing(change: Partial<EvidenceOf<'prepared'>['data']> = {}): readonly Happening[] {
  const read: Happening = { type: 'section-read', data: { section: 'account', ms: 4200 } };
  const acts = [handedOver, identified(0, 'Szabó Péter'), shown, read, consented(0), signed(0)];
  return [prepared(change), ...acts, copyGiven, handedBack, witnessed];
}

/** Two sign jointly, one after the other. */
export function signingJointly(mark: EvidenceOf<'signed'>['data']['mark']): readonly Happening[] {
  const both = prepared({ signers: [signer('Szabó Péter'), signer('Nagy Éva')], signingRule: 'joint' });
  const first = [identified(0, 'Szabó Péter'), shown, consented(0), signed(0, { mark })];
  const second = [identified(1, 'Nagy Éva'), consented(1), signed(1, { mark })];
  return [both, handedOver, ...first, ...second, copyGiven, handedBack, witnessed];
}

/** Signs a script, one event every ten seconds, and closes it. */
export async function enact(
  script: readonly Happening[],
  outcome: CeremonyOutcome,
  device: Signer,
  crypto: EvidenceCrypto,
  given: { readonly ceremonyId?: CeremonyId; readonly startsAt?: Instant } = {},
): Promise<EvidenceBundle> {
  const { ceremonyId = SAMPLE.ceremonyId, startsAt = SAMPLE.startsAt } = given;
  const events: SignedEvent[] = [];
  const when = () => ({
    ...{ ceremonyId, session: 'page-1' },
    ...{ at: addMs(startsAt, events.length * 10_000), mono: 5000 + events.length * 10_000 },
  });
  for (const happening of script)
    events.push(await appendEvent(events, { ...when(), ...happening }, crypto, device.sign));
  events.push(await closeChain(events, { ...when(), outcome }, crypto, device.sign));
  return toBundle({ ceremonyId, noticeId: SAMPLE.noticeId }, device, events);
}

/** A server that knows the sample's device and notice, and received the bundle an hour after the ceremony began. */
export async function worldFor(
  bundle: EvidenceBundle,
  device: Signer,
  crypto: EvidenceCrypto,
  change: Partial<EvidenceWorld> = {},
): Promise<EvidenceWorld> {
  const summary = summaryOf(bundle);
  if (summary === null) throw new Error('the sample is not closed');
  const { companyId, userId, noticeId, dataSha256 } = SAMPLE;
  const { id: deviceKey, publicKey } = device;
  const enrolled = {
    ...{ deviceKey, publicKey, userId, companyId, notBefore: addMs(SAMPLE.startsAt, -86_400_000) },
    ...{ replacedAt: null, revokedAt: null, compromisedSince: null },
  };
  return {
    crypto,
    receivedAt: addMs(SAMPLE.startsAt, 3_600_000),
    sender: { userId, companyId },
    claimed: { ...summary, bundleSha256: await bundleSha256(bundleText(bundle), crypto) },
    notice: { id: noticeId, companyId, dataSha256 },
    device: async (id) => (id === device.id ? enrolled : null),
    serverKey: async () => null,
    renderedSha256: async ({ language }) => SAMPLE.pdf[language],
    consentSha256: async ({ version }) => (version === '2026.1' ? SAMPLE.consentSha256 : null),
    sequence: async () => ({ takenBy: null, highest: null }),
    ...change,
  };
}

/** A beacon of this server. */
export async function beaconOf(server: Signer, t: Instant) {
  const body = { keyId: server.id, nonce: 'bm9uY2U', t };
  return { ...body, signature: await signText('beacon', body, server.sign) };
}
