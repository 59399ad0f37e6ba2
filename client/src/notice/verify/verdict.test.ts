import { describe, expect, test } from 'vitest';
import type { RegisterAnswer } from './ask-register.ts';
import type { FileFindings } from './judge-file.ts';
import { weighFile, type Say, type Verdict } from './verdict.ts';
import type { VerifyText } from './verify-text.ts';
import { groupChecks } from './why-not.ts';

const HOLDS: FileFindings = {
  checks: [
    { check: 'seal.digest', ok: true },
    { check: 'seal.trusted', ok: true },
    { check: 'grammar', ok: true },
  ],
  seal: {
    signerName: 'Seal',
    sealedCertNotAfter: '2028-11-24T12:00:00Z',
    stampedAt: '2026-11-24T12:00:00Z',
    level: 'B-T',
  },
  evidence: {
    ...{
      outcome: 'refused',
      language: 'hu',
      code: 'dadadada',
      deviceKey: 'k'.repeat(43),
      events: 9,
      head: 'e'.repeat(64),
    },
    ...{ presentedSha256: 'f'.repeat(64), deviceSaid: '2026-11-24T11:00:00Z', notBefore: null },
  },
  locked: false,
  rootsKnown: true,
};
const KNOWN = {
  ...{ known: true, kind: 'sealed', stage: 'sealed', outcome: 'refused', code: 'dadadada', jurisdiction: 'HU' },
  ...{ signedOn: '2026-11-24', receivedAt: '2026-11-24T11:30:00.000Z', sealedAt: '2026-11-24T11:31:00.000Z' },
  ...{ stampedAt: null, level: 'B-B', newerCopy: false, superseded: false, copy: false },
} as Extract<RegisterAnswer, { known: true }>; // moments are branded strings
const failing = (...checks: string[]): FileFindings => ({
  ...HOLDS,
  checks: [
    ...HOLDS.checks.filter(({ check }) => !checks.includes(check)),
    ...checks.map((check) => ({ check, ok: false })),
  ],
});

/** Ids instead of words. */
const ids = { t: (id: string) => id, formatStamp: (iso: string) => iso } as unknown as VerifyText; // all that is asked of it
const read = (said: readonly Say[]) => said.map((sentence) => sentence(ids));
const weigh = (findings: FileFindings, register: RegisterAnswer): Verdict =>
  weighFile(findings, register, 'cession.example');

describe('what a file is worth', () => {
  test('green: it holds and the register knows this very file', () => {
    const verdict = weigh(HOLDS, KNOWN);
    expect([verdict.tone, verdict.reasons, verdict.next]).toEqual(['proven', [], []]);
    expect(read(verdict.proven)).toContain('verify.proven.outcome.refused');
    expect(read(verdict.open)).toEqual(['verify.open.hand', 'verify.open.debt', 'verify.open.account']);
  });

  test.each<[string, FileFindings, RegisterAnswer, string]>([
    ['the register cannot be asked', HOLDS, 'unreachable', 'unreachable'],
    ['too much was asked', HOLDS, 'too-many', 'too-many'],
    ['the register does not know it', HOLDS, { known: false }, 'unknown'],
    ['a stamped copy exists', HOLDS, { ...KNOWN, newerCopy: true }, 'newer'],
    ['the account changed since', HOLDS, { ...KNOWN, superseded: true }, 'superseded'],
    ['a person still looks at it', HOLDS, { ...KNOWN, stage: 'review' }, 'review'],
    ['the certificate ran out, and the register kept the fingerprint', failing('seal.validity'), KNOWN, 'expired'],
    ['nobody could say who is trusted', { ...failing('seal.trusted'), rootsKnown: false }, 'unreachable', 'roots'],
  ])('amber: it holds, but %s', (_, findings, register, reason) => {
    const verdict = weigh(findings, register);
    expect(verdict.tone).toBe('wait');
    expect(read(verdict.reasons)).toContain(`verify.know.${reason}`);
    expect(verdict.proven.length).toBeGreaterThan(3);
  });

  test.each<[string, FileFindings, RegisterAnswer, string]>([
    ['it was changed', failing('seal.digest'), 'unreachable', 'changed'],
    ['a check of the evidence failed, whatever the register says', failing('grammar'), KNOWN, 'grammar'],
    ['somebody else sealed it', failing('seal.trusted'), { known: false }, 'untrusted'],
    ['the certificate ran out and nobody else vouches', failing('seal.validity'), { known: false }, 'expired'],
    ['a check nobody has words for failed', failing('brand.new'), KNOWN, 'other'],
    ['there is no evidence in it', { ...HOLDS, evidence: null }, KNOWN, 'attachments'],
  ])('red: %s', (_, findings, register, why) => {
    const verdict = weigh(findings, register);
    expect([verdict.tone, verdict.proven, verdict.open]).toEqual(['wrong', [], []]);
    expect(read(verdict.reasons)).toEqual([`verify.why.${why}`]);
    expect(read(verdict.next)).toContain('verify.next.call');
  });

  test('amber: the paper as it was shown is known by its fingerprint, but it is not the sealed one', () => {
    const verdict = weigh({ ...failing('seal.present'), seal: null, evidence: null }, { ...KNOWN, kind: 'presented' });
    expect([verdict.tone, read([verdict.title])]).toEqual(['wait', ['verify.presented.title']]);
    expect(read(verdict.next)).toContain('verify.next.sealed-copy');
  });

  test('without a stamp the time is not proven independently, and that is said', () => {
    const seal = {
      signerName: 'Seal',
      sealedCertNotAfter: '2028-11-24T12:00:00Z',
      stampedAt: null,
      level: 'B-B',
    } as const;
    expect(read(weigh({ ...HOLDS, seal }, KNOWN).open)).toContain('verify.open.stamp');
  });
});

test('checks become lines in their order, and a line fails with any of its checks', () => {
  const checks = [
    ...[
      { check: 'pdf.header', ok: true },
      { check: 'seal.one', ok: false },
    ],
    ...[
      { check: 'stamp.imprint', ok: true },
      { check: 'never.heard-of', ok: false },
    ],
  ];
  expect(groupChecks(checks)).toEqual([
    { id: 'verify.check.file', ok: false, failed: ['seal.one'] },
    { id: 'verify.check.stamp', ok: true, failed: [] },
  ]);
});
