import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { defineTable } from '../sync/table.ts';
import { CeremonyOutcome } from './notice.ts';

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Base64Url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(200));

/** One thing the server looked at, in its order; the first that fails decides. */
export const EvidenceCheck = z.object({
  /** A key of EVIDENCE_CHECKS. */
  check: z.string().check(z.maxLength(60)),
  ok: z.boolean(),
  /** Plain facts for the viewer: which event, which hash, how many minutes. */
  detail: z.string().check(z.maxLength(500)),
});
export type EvidenceCheck = z.infer<typeof EvidenceCheck>;

/** What the server signs back: with it in hand the phone may let the bundle go. */
export const Receipt = z.object({
  bundleSha256: Sha256,
  head: Sha256,
  /** Server clock. */
  receivedAt: Instant,
  /** Thumbprint (RFC 7638) of the server's key. */
  keyId: Base64Url,
  /** ECDSA P-256 over `cession/receipt/v1\n` + canonical JSON of the other four. */
  signature: Base64Url,
});
export type Receipt = z.infer<typeof Receipt>;

/**
 * `received` → `verified` → `sealed` (→ `stamped`). `review`: a check failed, a person decides.
 * `quarantined`: the device was revoked; never sealed without a person.
 */
export const CeremonyStage = z.enum([
  'received',
  'verified',
  'sealed',
  'stamped',
  'review',
  'quarantined',
  'set-aside',
]);
export type CeremonyStage = z.infer<typeof CeremonyStage>;

/** One attempt to present a notice, with what proves it. The raw evidence stays on the server, in a store of its own. */
export const Ceremony = z.object({
  id: idSchema<'ceremony'>(),
  noticeId: idSchema<'notice'>(),
  cardId: idSchema<'card'>(),
  audienceIds: z.array(idSchema<'user'>()),
  outcome: CeremonyOutcome,
  /** SHA-256 of the canonical evidence text. */
  bundleSha256: Sha256,
  /** Hash of the last event. */
  head: Sha256,
  /** SHA-256 of the PDF that was shown. */
  pdfSha256: Sha256,
  /** Thumbprint (RFC 7638) of the device's key. */
  deviceKey: Base64Url,
  /** Names only, for lists. */
  signerNames: z.array(z.string().check(z.maxLength(120))).check(z.maxLength(6)),
  /** Device clock. */
  closedAt: Instant,
  /** null on the phone until it arrived. */
  receivedAt: z.nullable(Instant),
  stage: CeremonyStage,
  checks: z.array(EvidenceCheck).check(z.maxLength(60)),
  /** Late, clock jumped, other warnings that do not fail. */
  remarks: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(20)),
  receipt: z.nullable(Receipt),
  seal: z.nullable(
    z.object({
      sha256: Sha256,
      /** Of the same file before its timestamp, so that both copies are known. */
      earlierSha256: z.array(Sha256),
      level: z.enum(['B-B', 'B-T']),
      sealedAt: Instant,
      /** Time of the timestamping authority. */
      stampedAt: z.nullable(Instant),
    }),
  ),
  /** Who decided about a failed check, how and why. */
  decided: z.nullable(
    z.object({
      by: idSchema<'user'>(),
      at: Instant,
      decision: z.enum(['accept', 'set-aside']),
      because: z.string().check(z.maxLength(500)),
    }),
  ),
});
export type Ceremony = z.infer<typeof Ceremony>;

export const ceremonies = defineTable<Ceremony>({ name: 'ceremonies', schema: Ceremony });
