import { msToInstant } from '@cession/shared/kernel/instant.ts';
import { appendEvent, bundleText, closeChain, toBundle } from '@cession/shared/notice/evidence-chain.ts';
import { summaryOf } from '@cession/shared/notice/evidence-summary.ts';
import type { ClaimedSummary } from '@cession/shared/notice/evidence-world.ts';
import type {
  Beacon,
  EvidenceBundle,
  EvidenceOf,
  EvidenceType,
  Objections,
  PublicKey,
  SignBytes,
  SignedEvent,
  SignerIdentity,
} from '@cession/shared/notice/evidence.ts';
import type { NoticeData } from '@cession/shared/notice/notice-data.ts';
import type { CeremonyId, CeremonyOutcome } from '@cession/shared/notice/notice.ts';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import { ceremonyWords } from '@cession/shared/notice/wording/ceremony-words.ts';
import { CONSENT_VERSION, consentText } from '@cession/shared/notice/wording/consent.ts';
import { NOTICE_SECTIONS } from '@cession/shared/notice/wording/notice-paper.ts';
import { WORDING } from '@cession/shared/notice/wording/wording-version.ts';
import type { CompanyId, UserId } from '@cession/shared/people/actor.ts';
import { serverCrypto, sha256Hex } from '../evidence-crypto.ts';
import { renderNotice } from '../render-notice.ts';
import { sampleStrokes } from './sample-strokes.ts';

export interface PlayedDevice {
  readonly id: string;
  readonly publicKey: PublicKey;
  readonly sign: SignBytes;
}

export interface Play {
  readonly ceremonyId: CeremonyId;
  readonly companyId: CompanyId;
  readonly data: NoticeData;
  readonly dataSha256: string;
  readonly language: PaperLanguage;
  readonly outcome: CeremonyOutcome;
  readonly device: PlayedDevice;
  readonly deviceSeq: number;
  readonly beacon: Beacon | null;
  readonly witness: { readonly userId: UserId; readonly name: string };
  readonly signers: readonly SignerIdentity[];
  readonly method: 'drawn' | 'typed' | 'mark';
  /** When the tablet is handed over, by its clock, milliseconds. */
  readonly startMs: number;
}

export interface Played {
  readonly bundle: EvidenceBundle;
  readonly raw: string;
  readonly summary: ClaimedSummary;
}

/** A whole ceremony as a tablet records it, without a tablet: for samples and tests. Same chain, same key, same words. */
export async function playCeremony(play: Play): Promise<Played> {
  const pdf = await renderNotice({ ...play, renderer: 1, wording: WORDING });
  if (pdf === null) throw new Error('the sample cannot be drawn');
  const tape = tapeOf(play);
  await tape.record('prepared', preparedOf(play, sha256Hex(pdf)));
  await actsOf(play, tape, sha256Hex(pdf));
  await tape.record('witnessed', { userId: play.witness.userId, statement: statementOf(play), note: '' });
  const events = await tape.close();
  const { id, publicKey } = play.device;
  const given = { ceremonyId: play.ceremonyId, noticeId: play.data.noticeId };
  const bundle = toBundle(given, { id, publicKey }, events);
  const raw = bundleText(bundle);
  const summary = summaryOf(bundle);
  if (summary === null) throw new Error('the sample does not close');
  const { language: _language, ...claimed } = summary;
  return { bundle, raw, summary: { ...claimed, bundleSha256: sha256Hex(raw) } };
}

interface Tape {
  record<T extends EvidenceType>(type: T, data: EvidenceOf<T>['data']): Promise<void>;
  close(): Promise<readonly SignedEvent[]>;
}

const STEP_MS = 9_000;

function tapeOf({ ceremonyId, device, startMs, outcome }: Play): Tape {
  const events: SignedEvent[] = [];
  const when = () => {
    const mono = events.length * STEP_MS;
    return { ceremonyId, at: msToInstant(startMs + mono), mono, session: 'sample' };
  };
  return {
    record: async (type, data) => {
      events.push(await appendEvent(events, { ...when(), type, data }, serverCrypto, device.sign));
    },
    close: async () => {
      events.push(await closeChain(events, { ...when(), outcome }, serverCrypto, device.sign));
      return events;
    },
  };
}

function preparedOf(play: Play, pdfSha256: string): EvidenceOf<'prepared'>['data'] {
  return {
    noticeId: play.data.noticeId,
    companyId: play.companyId,
    dataSha256: play.dataSha256,
    pdfSha256,
    pages: 1,
    renderer: 1,
    wording: WORDING,
    language: play.language,
    deviceSeq: play.deviceSeq,
    witness: { ...play.witness },
    signers: [...play.signers],
    signingRule: play.signers.length > 1 ? 'joint' : 'sole',
    beacon: play.beacon,
    clock: { timeZone: 'Europe/Budapest', offsetMs: 0, offsetAgeMs: 0 },
    app: { build: 'sample', userAgent: 'sample', online: false },
    screen: { w: 1194, h: 834 },
  };
}

/** What happens between preparing and the witness. */
async function actsOf(play: Play, tape: Tape, pdfSha256: string): Promise<void> {
  if (play.outcome === 'absent') return tape.record('absent', { note: '' });
  await tape.record('handed-over', {});
  await tape.record('shown', { language: play.language, pdfSha256 });
  for (const section of NOTICE_SECTIONS) await tape.record('section-read', { section, ms: 4000 });
  await decisiveAct(play, tape);
  if (play.outcome !== 'wrong-person') await tape.record('copy-given', { how: 'code-shown', email: '' });
  await tape.record('handed-back', {});
}

async function decisiveAct(play: Play, tape: Tape): Promise<void> {
  switch (play.outcome) {
    case 'acknowledged':
    case 'with-exceptions':
      for (const signer of play.signers.keys()) await signAs(play, tape, signer);
      return;
    case 'received-only':
      return tape.record('received-only', { signer: null, incomingNumber: 'IN-2026/1187', note: '' });
    case 'refused':
      return tape.record('refused', { signer: null, reason: 'needs-lawyer', note: '' });
    case 'wrong-person':
      return tape.record('wrong-person', { name: '', department: '', note: '' });
    case 'absent':
      return;
  }
}

async function signAs(play: Play, tape: Tape, signer: number): Promise<void> {
  const { name } = play.signers[signer] ?? { name: '' };
  const { language } = play;
  const sha256 = sha256Hex(consentText(play.data, language).text);
  await tape.record('identified', { signer, confirmedName: name });
  await tape.record('consented', { signer, consent: { version: CONSENT_VERSION, language, sha256 } });
  const strokes = sampleStrokes();
  await tape.record('signed', {
    signer,
    mark: play.method === 'typed' ? { method: 'typed', text: name } : { method: play.method, strokes },
    act: ceremonyWords(language).sign.act,
    receipt: true,
    objections: objectionsOf(play),
    confirmsDebt: false,
    waivesDefences: false,
  });
}

const OBJECTION: Readonly<Record<PaperLanguage, string>> = {
  en: 'Invoice 2026/1187: two cartons were missing, a credit note was promised',
  hu: '2026/1187. számla: két karton hiányzott, jóváírást ígértek',
  ru: 'Счёт 2026/1187: не хватило двух коробок, обещали кредит-ноту',
};

function objectionsOf({ outcome, language }: Play): Objections {
  return outcome === 'with-exceptions' ? { stated: 'list', text: OBJECTION[language] } : { stated: 'none' };
}

function statementOf({ data, language, outcome, signers, witness }: Play): string {
  const present = signers.map(({ name }) => name).join(', ');
  const { legalName: company } = data.debtor;
  return ceremonyWords(language).witness[outcome]({ witness: witness.name, present, company, number: data.number });
}
