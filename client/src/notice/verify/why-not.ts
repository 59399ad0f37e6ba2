import type { enVerify } from '../../text/en/verify.ts';

export type WhyId = Extract<keyof typeof enVerify, `verify.why.${string}`>;
export type GroupId = Extract<keyof typeof enVerify, `verify.check.${string}`>;

interface CheckWords {
  readonly why: WhyId;
  /** The line it belongs to in the list of checks. */
  readonly group: GroupId;
}

const FILE = 'verify.check.file';
const SEAL = 'verify.check.seal';
const TRUST = 'verify.check.trust';
const EVIDENCE = 'verify.check.evidence';
const CHAIN = 'verify.check.chain';

/** What a check means for a reader, by its name; a name that ends in a dot stands for all that begin so. */
const WORDS: Readonly<Record<string, CheckWords>> = {
  'pdf.header': { why: 'verify.why.not-pdf', group: FILE },
  'seal.present': { why: 'verify.why.unsealed', group: FILE },
  'seal.one': { why: 'verify.why.several-seals', group: FILE },
  'seal.byte-range': { why: 'verify.why.range', group: FILE },
  'seal.covers-file': { why: 'verify.why.added', group: FILE },
  'seal.encoding': { why: 'verify.why.seal-form', group: SEAL },
  'seal.padding': { why: 'verify.why.seal-form', group: SEAL },
  'seal.digest': { why: 'verify.why.changed', group: SEAL },
  'seal.certificate': { why: 'verify.why.forged', group: SEAL },
  'seal.signature': { why: 'verify.why.forged', group: SEAL },
  'seal.chain': { why: 'verify.why.untrusted', group: TRUST },
  'seal.trusted': { why: 'verify.why.untrusted', group: TRUST },
  'seal.validity': { why: 'verify.why.expired', group: TRUST },
  'seal.purpose': { why: 'verify.why.purpose', group: TRUST },
  'stamp.': { why: 'verify.why.stamp', group: 'verify.check.stamp' },
  'pdf.structure': { why: 'verify.why.structure', group: 'verify.check.structure' },
  'attachments.': { why: 'verify.why.attachments', group: 'verify.check.structure' },
  'evidence.attached': { why: 'verify.why.attachments', group: EVIDENCE },
  'bundle.': { why: 'verify.why.evidence-edited', group: EVIDENCE },
  'chain.ceremony': { why: 'verify.why.event-missing', group: CHAIN },
  'chain.sequence': { why: 'verify.why.event-missing', group: CHAIN },
  'chain.hashes': { why: 'verify.why.event-edited', group: CHAIN },
  'chain.links': { why: 'verify.why.event-missing', group: CHAIN },
  'chain.signatures': { why: 'verify.why.not-the-device', group: CHAIN },
  'chain.closed': { why: 'verify.why.cut-short', group: CHAIN },
  'device.name': { why: 'verify.why.not-the-device', group: CHAIN },
  grammar: { why: 'verify.why.grammar', group: 'verify.check.grammar' },
  'presented.match': { why: 'verify.why.presented', group: 'verify.check.presented' },
  'consent.match': { why: 'verify.why.consent', group: 'verify.check.consent' },
};

export function whyNot(check: string): WhyId {
  return wordsOf(check)?.why ?? 'verify.why.other';
}

export interface CheckGroup {
  readonly id: GroupId;
  readonly ok: boolean;
  /** The checks in it that failed. */
  readonly failed: readonly string[];
}

/** The checks that were made as lines a person can read, in the order they were made. */
export function groupChecks(checks: readonly { readonly check: string; readonly ok: boolean }[]): CheckGroup[] {
  const groups = new Map<GroupId, string[]>();
  for (const { check, ok } of checks) {
    const id = wordsOf(check)?.group;
    if (id === undefined) continue;
    groups.set(id, [...(groups.get(id) ?? []), ...(ok ? [] : [check])]);
  }
  return [...groups].map(([id, failed]) => ({ id, ok: failed.length === 0, failed }));
}

function wordsOf(check: string): CheckWords | undefined {
  return WORDS[check] ?? WORDS[check.replace(/\..*$/, '.')];
}
