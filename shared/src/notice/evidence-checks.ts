/** Everything the server looks at, in its order. A bundle passes when all of them do. */
export const EVIDENCE_CHECKS = [
  /** At most BUNDLE_BYTES. */
  'bundle.size',
  /** The received text is the canonical JSON of what it says: one text, no key twice. */
  'bundle.json',
  /** Nothing missing, nothing that is not known. */
  'bundle.schema',
  /** The key has the name it gives itself, and was enrolled in this company by this person. */
  'device.known',
  /** Enrolled before, not replaced, not revoked. */
  'device.valid-then',
  /** All events belong to this ceremony. */
  'chain.ceremony',
  /** 0, 1, 2 … in this order: nothing dropped, doubled or moved. */
  'chain.sequence',
  /** Every event hashes to what it says: nothing was edited. */
  'chain.hashes',
  /** Every event names the one before it. */
  'chain.links',
  /** Every event was signed by the device's key. */
  'chain.signatures',
  /** `closed` stands at the end and counts right: no tail is missing. */
  'chain.closed',
  /** The acts follow each other as a ceremony does, and make the outcome. */
  'grammar',
  /** The notice, company and witness are those of the mutation. */
  'notice.match',
  /** The data hashed on the tablet are the notice's, and its parties and address those the company has on file. */
  'data.match',
  /** Rendered again, every language shown gives the same bytes. */
  'paper.match',
  /** Each text consented to is one of ours, word for word. */
  'consent.known',
  /** The beacon is the server's. */
  'beacon.signature',
  /** After the beacon, before the receipt, and the clock was not moved meanwhile. */
  'time.order',
  /** A drawn name is more than a dot, and on the pad. */
  'strokes',
  /** What the mutation says beside the bundle is what the bundle says. */
  'summary.match',
  /** No other ceremony of the device has this number. */
  'device.sequence',
] as const;
export type EvidenceCheckName = (typeof EVIDENCE_CHECKS)[number];

/** Worth a look, never a failure. */
export const EVIDENCE_REMARKS = [
  /** More than 72 hours between closing and arrival. */
  'late',
  /** The clock was moved by more than 2 seconds and at most 120 in one session, or went back that far. */
  'clock-jump',
  /** The device's clock was more than 120 seconds off at its last contact. */
  'clock-off',
  /** No beacon: nothing but the device's word says when it was not yet. */
  'never-in-contact',
  /** An earlier ceremony of this device has not arrived. */
  'sequence-gap',
  /** The page was started anew during the ceremony. */
  'interrupted',
  /** It ended before the notice was on the glass. */
  'not-shown',
] as const;
export type EvidenceRemark = (typeof EVIDENCE_REMARKS)[number];
