import { chainChecks } from './evidence-chain-checks.ts';
import { readCeremony } from './evidence-grammar.ts';
import { parseBundle } from './evidence-parse.ts';
import { summaryOf } from './evidence-summary.ts';
import { utf8 } from './evidence-bytes.ts';
import { failed, foundFirst, passed, type Found } from './evidence-findings.ts';
import type { EvidenceBundle, EvidenceCrypto } from './evidence.ts';
import type { CeremonyOutcome } from './notice.ts';
import type { PaperLanguage } from './paper-document.ts';
import { keyThumbprint } from './signed-text.ts';

/** Names of the files inside a sealed notice. */
export const PRESENTED_NAME = 'presented.pdf';
export const EVIDENCE_NAME = 'evidence.json';
export const CONSENT_NAME = 'consent.txt';

export interface AttachmentWorld {
  readonly crypto: EvidenceCrypto;
  /** Strict UTF-8 (RFC 3629), a byte order mark kept as it is; null for bytes that are no text. */
  utf8Text(bytes: Uint8Array): string | null;
}

interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One thing that was looked at; `detail` is an English sentence for whoever looks closely. */
export interface AttachmentCheck {
  readonly check: string;
  readonly ok: boolean;
  readonly detail?: string;
}

/** What the evidence says, without names of people. Moments are ISO 8601 UTC. */
export interface EvidenceFacts {
  readonly outcome: CeremonyOutcome;
  readonly language: PaperLanguage;
  /** First eight hex digits of the notice's hash, as printed on the paper. */
  readonly code: string;
  readonly deviceKey: string;
  readonly events: number;
  /** Hash of the last event. */
  readonly head: string;
  readonly presentedSha256: string;
  /** The device's clock at the end. */
  readonly deviceSaid: string;
  /** The server's beacon the tablet held; null: none. Its signature is the server's to check. */
  readonly notBefore: string | null;
}

/**
 * What the attachments of a sealed notice prove by themselves: the paper that was shown, the evidence as it was recorded
 * and the consents are one story. Asks nobody, so whose device and whose notice it was is not decided here. The names
 * of the checks about the chain are those of EVIDENCE_CHECKS. `facts` is null unless all of them hold.
 */
export async function checkSealedAttachments(
  attachments: readonly Attached[],
  world: AttachmentWorld,
): Promise<{ readonly checks: readonly AttachmentCheck[]; readonly facts: EvidenceFacts | null }> {
  const { crypto } = world;
  const found = new Map<string, Found>([['attachments.known', namesFound(attachments)]]);
  const text = textNamed(EVIDENCE_NAME, attachments, world);
  if (text === null)
    return report(found.set('evidence.attached', failed(`${EVIDENCE_NAME} is missing or no text`)), null);
  const { findings, bundle } = parseBundle(text);
  for (const [check, each] of Object.entries(findings)) found.set(check, each);
  if (bundle === null) return report(found, null);
  for (const [check, each] of Object.entries(await chainChecks(bundle, crypto))) found.set(check, each);
  found.set('device.name', await nameFound(bundle, crypto));
  found.set('grammar', grammarFound(bundle));
  found.set('presented.match', await presentedFound(bundle, attachments, crypto));
  found.set('consent.match', await consentFound(bundle, attachments, world));
  return report(found, bundle);
}

function report(found: ReadonlyMap<string, Found>, bundle: EvidenceBundle | null) {
  const checks = [...found].map(([check, { ok, detail }]) => (ok ? { check, ok } : { check, ok, detail }));
  const holds = checks.every(({ ok }) => ok);
  return { checks, facts: holds && bundle !== null ? factsOf(bundle) : null };
}

function namesFound(attachments: readonly Attached[]): Found {
  const known = [PRESENTED_NAME, EVIDENCE_NAME, CONSENT_NAME];
  return foundFirst(attachments.map(({ name }) => (known.includes(name) ? null : `"${name}" does not belong here`)));
}

async function nameFound({ deviceKey }: EvidenceBundle, crypto: EvidenceCrypto): Promise<Found> {
  const isNamed = (await keyThumbprint(deviceKey.publicKey, crypto)) === deviceKey.id;
  return isNamed ? passed() : failed('the key is not the one its name says');
}

function grammarFound({ events, noticeId }: EvidenceBundle): Found {
  const bodies = events.map(({ body }) => body);
  const { fault, state } = readCeremony(bodies);
  if (fault !== null) return failed(`event ${fault.seq}: ${fault.why}`);
  return state.prepared?.noticeId === noticeId ? passed() : failed('prepared for another notice');
}

/** The paper last on the glass; where none was, the one that was prepared. */
async function presentedFound(bundle: EvidenceBundle, attachments: readonly Attached[], crypto: EvidenceCrypto) {
  const presented = attachments.find(({ name }) => name === PRESENTED_NAME);
  if (presented === undefined) return failed(`${PRESENTED_NAME} is missing`);
  const sha256 = await crypto.sha256(presented.bytes);
  const shown = summaryOf(bundle)?.pdfSha256;
  return sha256 === shown ? passed() : failed(`${PRESENTED_NAME} is ${sha256}, shown was ${shown ?? 'nothing'}`);
}

/** Each text that was consented to, once, in the order of consent, with an empty line between: nothing more or less. */
async function consentFound({ events }: EvidenceBundle, attachments: readonly Attached[], world: AttachmentWorld) {
  const wanted = [
    ...new Set(events.flatMap(({ body }) => (body.type === 'consented' ? [body.data.consent.sha256] : []))),
  ];
  if (!attachments.some(({ name }) => name === CONSENT_NAME))
    return wanted.length === 0 ? passed() : failed(`${CONSENT_NAME} is missing`);
  const text = textNamed(CONSENT_NAME, attachments, world);
  if (text === null) return failed(`${CONSENT_NAME} is no text`);
  let left = text.split('\n\n');
  for (const sha256 of wanted) {
    const length = await prefixWith(left, sha256, world.crypto);
    if (length === null) return failed(`${CONSENT_NAME} is not what was consented to, ${sha256}`);
    left = left.slice(length);
  }
  return left.length === 0 ? passed() : failed(`${CONSENT_NAME} holds more than what was consented to`);
}

/** How many paragraphs from the start hash to this; null: no number does. */
async function prefixWith(paragraphs: readonly string[], sha256: string, crypto: EvidenceCrypto) {
  const most = Math.min(paragraphs.length, MOST_PARAGRAPHS);
  for (let length = most; length > 0; length -= 1)
    if ((await crypto.sha256(utf8(paragraphs.slice(0, length).join('\n\n')))) === sha256) return length;
  return null;
}

/** Six signers and three languages of a dozen paragraphs are far below this; more is no consent of ours. */
const MOST_PARAGRAPHS = 100;

function textNamed(wanted: string, attachments: readonly Attached[], { utf8Text }: AttachmentWorld): string | null {
  const bytes = attachments.find(({ name }) => name === wanted)?.bytes;
  return bytes === undefined ? null : utf8Text(bytes);
}

function factsOf(bundle: EvidenceBundle): EvidenceFacts | null {
  const summary = summaryOf(bundle);
  const prepared = bundle.events[0]?.body;
  if (summary === null || prepared?.type !== 'prepared') return null;
  const { outcome, language, head, deviceKey, closedAt, pdfSha256 } = summary;
  return {
    ...{ outcome, language, head, deviceKey, deviceSaid: closedAt, presentedSha256: pdfSha256 },
    code: prepared.data.dataSha256.slice(0, 8),
    events: bundle.events.length,
    notBefore: prepared.data.beacon?.t ?? null,
  };
}
