import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { CeremonyOutcome } from './notice.ts';
import { PaperLanguage, Strokes } from './paper-document.ts';

/**
 * The evidence of one ceremony, as it happened on the tablet: a chain of events, each holding the hash of the one
 * before and signed by the device's own key.
 *
 *   bytes = UTF-8 of `cession/event/v1\n` + canonical JSON (RFC 8785) of the body
 *   hash  = SHA-256 of bytes, lower-case hex; `prev` of the first is 64 zeros
 *   sig   = ECDSA P-256 with SHA-256 over bytes, 64 bytes r‖s (IEEE P1363), base64url without padding
 *
 * Whole numbers only; moments are ISO 8601 text in UTC. The bundle's text is its canonical JSON, nothing else.
 */
export const NO_EVENT_BEFORE = '0'.repeat(64);
/** Bytes of one bundle on the wire (UTF-8). */
export const BUNDLE_BYTES = 30 * 1024;

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Base64Url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(400));
const Short = z.string().check(z.maxLength(160));
const Words = z.string().check(z.maxLength(2000));
const Count = z.int().check(z.nonnegative());
/** Which of the signers of `prepared`, by place. */
const SignerNo = z.int().check(z.nonnegative(), z.maximum(5));

/** Signed by the server when it was last in reach: nothing that names it can be older. */
export const Beacon = z.object({
  t: Instant,
  nonce: Base64Url,
  keyId: Base64Url,
  /** ECDSA P-256 over `cession/beacon/v1\n` + canonical JSON of {keyId, nonce, t}. */
  signature: Base64Url,
});
export type Beacon = z.infer<typeof Beacon>;

export const SignerIdentity = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  title: Short,
  /** Statutory representative, power of attorney with number and day, or front desk (apparent authority). */
  authority: z.enum(['statutory', 'power-of-attorney', 'apparent']),
  authorityReference: Short,
  /** How the rep knows who it is. Never a document number. */
  identifiedBy: z.enum(['known', 'id-seen', 'business-card', 'power-of-attorney']),
});
export type SignerIdentity = z.infer<typeof SignerIdentity>;

/** Known objections, as the debtor states them. `not-stated` is not `none`: silence says nothing. */
export const Objections = z.union([
  z.object({ stated: z.literal('none') }),
  z.object({ stated: z.literal('list'), text: z.string().check(z.minLength(1), z.maxLength(2000)) }),
  z.object({ stated: z.literal('not-stated') }),
]);
export type Objections = z.infer<typeof Objections>;

const event = <const T extends string, D extends z.core.$ZodLooseShape>(type: T, data: D) =>
  z.strictObject({
    v: z.literal(1),
    ceremonyId: idSchema<'ceremony'>(),
    seq: Count,
    prev: Sha256,
    type: z.literal(type),
    /** The device's clock says so. */
    at: Instant,
    /** Milliseconds since the page began, from a clock nobody can set; whole. Restarts with a new `session`. */
    mono: Count,
    /** Changes when the page was started anew. */
    session: Short,
    data: z.strictObject(data),
  });

export const EvidenceEvent = z.discriminatedUnion('type', [
  event('prepared', {
    noticeId: idSchema<'notice'>(),
    companyId: idSchema<'company'>(),
    dataSha256: Sha256,
    pdfSha256: Sha256,
    pages: z.int().check(z.positive()),
    renderer: z.int().check(z.positive()),
    /** Version of the wording, see notice-text. */
    wording: Short,
    language: PaperLanguage,
    /** One per notice shown on this device, rising; a gap is a bundle that did not arrive. */
    deviceSeq: Count.check(z.maximum(2_147_483_647)),
    witness: z.strictObject({ userId: idSchema<'user'>(), name: Short }),
    signers: z.array(SignerIdentity).check(z.maxLength(6)),
    signingRule: z.enum(['sole', 'joint']),
    beacon: z.nullable(Beacon),
    clock: z.strictObject({
      timeZone: Short,
      /** Device minus server at last contact, milliseconds; null: never in contact. */
      offsetMs: z.nullable(z.int()),
      offsetAgeMs: z.nullable(Count),
    }),
    app: z.strictObject({ build: Short, userAgent: z.string().check(z.maxLength(300)), online: z.boolean() }),
    screen: z.strictObject({ w: Count, h: Count }),
  }),
  event('handed-over', {}),
  /** "You are …": the signer says yes. */
  event('identified', { signer: SignerNo, confirmedName: Short }),
  event('language-changed', { language: PaperLanguage }),
  /** The notice was on the glass; the hash of what was shown. */
  event('shown', { language: PaperLanguage, pdfSha256: Sha256 }),
  event('section-read', { section: Short, ms: Count }),
  event('consented', {
    signer: SignerNo,
    consent: z.strictObject({ version: Short, language: PaperLanguage, sha256: Sha256 }),
  }),
  event('signed', {
    signer: SignerNo,
    mark: z.discriminatedUnion('method', [
      z.strictObject({ method: z.literal('drawn'), strokes: Strokes }),
      z.strictObject({ method: z.literal('mark'), strokes: Strokes }),
      z.strictObject({ method: z.literal('typed'), text: z.string().check(z.minLength(1), z.maxLength(120)) }),
    ]),
    /** The words on the button that was pressed. */
    act: Short,
    receipt: z.literal(true),
    objections: Objections,
    /** Acts of their own; never implied. */
    confirmsDebt: z.boolean(),
    waivesDefences: z.boolean(),
  }),
  /** Took it without signing: stamp, incoming number. */
  event('received-only', { signer: z.nullable(SignerNo), incomingNumber: Short, note: Words }),
  event('refused', {
    signer: z.nullable(SignerNo),
    reason: z.enum(['needs-lawyer', 'needs-approval', 'disputes-claim', 'no-electronic', 'no-reason', 'other']),
    note: Words,
  }),
  event('wrong-person', { name: Short, department: Short, note: Words }),
  event('absent', { note: Words }),
  event('copy-given', { how: z.enum(['code-shown', 'printed', 'email']), email: Short }),
  event('handed-back', {}),
  /** The rep confirms as witness, with the words that stood on the screen. */
  event('witnessed', { userId: idSchema<'user'>(), statement: Words, note: Words }),
  /** Always last. `count` includes it; `before` is the hash of the event before. */
  event('closed', { outcome: CeremonyOutcome, count: z.int().check(z.positive()), before: Sha256 }),
]);
export type EvidenceEvent = z.infer<typeof EvidenceEvent>;
export type EvidenceType = EvidenceEvent['type'];
export type EvidenceOf<T extends EvidenceType> = Extract<EvidenceEvent, { type: T }>;

export const SignedEvent = z.strictObject({ body: EvidenceEvent, hash: Sha256, sig: Base64Url });
export type SignedEvent = z.infer<typeof SignedEvent>;

/** Public part of a P-256 key (RFC 7517); the thumbprint of RFC 7638 is its name. */
export const PublicKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  y: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type PublicKey = z.infer<typeof PublicKey>;

export const EvidenceBundle = z.strictObject({
  v: z.literal(1),
  ceremonyId: idSchema<'ceremony'>(),
  noticeId: idSchema<'notice'>(),
  deviceKey: z.strictObject({ id: Base64Url, publicKey: PublicKey }),
  events: z.array(SignedEvent).check(z.minLength(1), z.maxLength(200)),
});
export type EvidenceBundle = z.infer<typeof EvidenceBundle>;

/** What a crypto library must do for evidence. WebCrypto does it on both sides. */
export interface EvidenceCrypto {
  /** SHA-256, lower-case hex. */
  sha256(bytes: Uint8Array): Promise<string>;
  verify(key: PublicKey, signature: Uint8Array, bytes: Uint8Array): Promise<boolean>;
}

/** Signs with the device's key, which never leaves it. */
export type SignBytes = (bytes: Uint8Array) => Promise<Uint8Array>;
