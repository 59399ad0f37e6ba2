import { randomUUID } from 'node:crypto';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import { msToInstant, type Instant } from '@cession/shared/kernel/instant.ts';
import type { Ceremony } from '@cession/shared/notice/ceremony.ts';
import type { DeviceRecord, EvidenceWorld } from '@cession/shared/notice/evidence-world.ts';
import type { SignerIdentity } from '@cession/shared/notice/evidence.ts';
import type { Notice } from '@cession/shared/notice/notice.ts';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import { verifyEvidence } from '@cession/shared/notice/verify-evidence.ts';
import { consentText } from '@cession/shared/notice/wording/consent.ts';
import { sampleNoticeData } from '@cession/shared/notice/wording/sample-notice.ts';
import type { Id } from '@cession/shared/kernel/id.ts';
import { serverCrypto, sha256Hex } from '../evidence-crypto.ts';
import { makeSealedPaper } from '../make-sealed-paper.ts';
import type { CeremonyFile } from '../read-ceremony.ts';
import { renderNotice } from '../render-notice.ts';
import type { SealKey } from '../seal/seal-key.ts';
import type { ServerSigner } from '../server-key.ts';
import { makeDevice } from './made-device.ts';
import { playCeremony, type Play, type Played } from './play-ceremony.ts';

export interface SampleWish {
  readonly jurisdiction: Jurisdiction;
  readonly language: PaperLanguage;
  readonly seal: SealKey;
  readonly signer: ServerSigner;
  /** Milliseconds: when the paper is sealed. The ceremony was two hours before. */
  readonly now: number;
  readonly outcome?: Play['outcome'];
  readonly method?: Play['method'];
}

const HOUR_MS = 60 * 60 * 1000;

/** A sealed paper as a factor gets it, from made-up companies: the same recording, verification, drawing and sealing. */
export async function samplePaper(wish: SampleWish): Promise<Uint8Array> {
  const play = await plotOf(wish);
  const played = await playCeremony(play);
  const receivedAt = msToInstant(wish.now);
  const verified = await verifyEvidence(played.raw, worldOf(wish, play, played, receivedAt));
  const failed = verified.checks.find(({ ok }) => !ok);
  if (failed) throw new Error(`the sample does not pass its own verification: ${failed.check}, ${failed.detail}`);
  const { checks, remarks } = verified;
  return makeSealedPaper(wish.seal, fileOf(play, played, { receivedAt, checks, remarks }), receivedAt);
}

async function plotOf({ jurisdiction, language, signer, now, outcome, method }: SampleWish): Promise<Play> {
  const data = sampleNoticeData(jurisdiction);
  const startMs = now - 2 * HOUR_MS;
  return {
    ceremonyId: made<'ceremony'>(),
    companyId: made<'company'>(),
    data,
    dataSha256: sha256Hex(canonicalJson(data)),
    language,
    outcome: outcome ?? 'acknowledged',
    device: await makeDevice(),
    deviceSeq: 0,
    beacon: await signer.beacon(msToInstant(startMs - HOUR_MS), 'sample'),
    witness: { userId: made<'user'>(), name: WITNESS[language] },
    signers: [{ ...IDENTITY, ...SIGNERS[language] }],
    method: method ?? 'drawn',
    startMs,
  };
}

const IDENTITY = { authority: 'statutory', identifiedBy: 'known' } as const satisfies Partial<SignerIdentity>;
const WITNESS: Readonly<Record<PaperLanguage, string>> = { en: 'Robin Sample', hu: 'Minta Réka', ru: 'Образцов Илья' };
const SIGNERS: Readonly<Record<PaperLanguage, Pick<SignerIdentity, 'name' | 'title' | 'authorityReference'>>> = {
  en: { name: 'Alex Example', title: 'Finance Director', authorityReference: 'company register' },
  hu: { name: 'Bemutató Borbála', title: 'pénzügyi igazgató', authorityReference: 'cégjegyzék' },
  ru: { name: 'Показательная Мария Петровна', title: 'финансовый директор', authorityReference: 'ЕГРЮЛ' },
};

function worldOf({ signer }: SampleWish, play: Play, { summary }: Played, receivedAt: Instant): EvidenceWorld {
  const { companyId, data, dataSha256, device, witness, startMs } = play;
  const enrolled: DeviceRecord = {
    ...{ deviceKey: device.id, publicKey: device.publicKey, userId: witness.userId, companyId },
    ...{ notBefore: msToInstant(startMs - HOUR_MS), replacedAt: null, revokedAt: null, compromisedSince: null },
  };
  return {
    crypto: serverCrypto,
    receivedAt,
    sender: { userId: witness.userId, companyId },
    claimed: summary,
    notice: { id: data.noticeId, companyId, dataSha256 },
    device: async (key) => (key === device.id ? enrolled : null),
    serverKey: async (keyId) => (keyId === signer.keyId ? signer.publicKey : null),
    renderedSha256: async (paper) => {
      const bytes = await renderNotice({ data, dataSha256, ...paper });
      return bytes === null ? null : sha256Hex(bytes);
    },
    consentSha256: async ({ version, language }) => sha256Hex(consentText(data, language, version).text),
    sequence: async () => ({ takenBy: null, highest: null }),
  };
}

function fileOf(
  play: Play,
  { raw, summary }: Played,
  proof: Pick<Ceremony, 'checks' | 'remarks'> & { readonly receivedAt: Instant },
): CeremonyFile {
  const { companyId, ceremonyId, data, dataSha256, language, witness } = play;
  const { receivedAt, checks, remarks } = proof;
  const cardId = made<'card'>();
  const { head, pdfSha256, deviceKey, bundleSha256, closedAt } = summary;
  const ceremony: Ceremony = {
    ...{ id: ceremonyId, noticeId: data.noticeId, cardId, audienceIds: [], outcome: play.outcome, bundleSha256, head },
    ...{ pdfSha256, deviceKey, signerNames: [...summary.signerNames], closedAt, receivedAt, stage: 'verified' },
    ...{ checks, remarks, receipt: null, seal: null, decided: null },
  };
  const notice: Notice = {
    ...{ id: data.noticeId, cardId, agreementId: made<'agreement'>(), accountId: data.payee?.accountId ?? null },
    ...{ ownerId: witness.userId, audienceIds: [], number: data.number, language, data, dataSha256, numbersOnFile: [] },
    ...{ status: 'closed', outcome: play.outcome, ceremonyId, attempts: 1, refusals: 0, facts: {}, callBacks: [] },
    ...{ activatedBy: null, activatedAt: null, replacedBy: null, preparedBy: witness.userId },
    preparedAt: data.preparedAt,
  };
  const kept = { companyId, bundleSha256, ceremonyId, raw, summary, sentBy: witness.userId, receivedAt };
  return { companyId, ceremony, notice, kept: { ...kept, deviceKey, deviceSeq: 0 } };
}

function made<Noun extends string>(): Id<Noun> {
  return randomUUID() as Id<Noun>; // made here
}
