import type { RegisterAnswer } from './ask-register.ts';
import type { FileFindings } from './judge-file.ts';
import type { VerifyText } from './verify-text.ts';
import { whyNot } from './why-not.ts';

export type VerdictTone = 'proven' | 'wait' | 'wrong';
/** A sentence in whatever language the page has when it is read. */
export type Say = (text: VerifyText) => string;

export interface Verdict {
  readonly tone: VerdictTone;
  readonly title: Say;
  readonly text: Say;
  /** What to know about it, or which check failed. */
  readonly reasons: readonly Say[];
  readonly next: readonly Say[];
  readonly proven: readonly Say[];
  readonly open: readonly Say[];
}

/** Checks that fail only because nobody could say whose seals are trusted here. */
const TRUST_CHECKS = ['seal.trusted', 'stamp.trusted'];

/**
 * Weighs what the file says by itself and what the register says of its fingerprint. Red: a check failed. Amber: it holds
 * and something should be known first. Green: it holds and the register knows this very file.
 */
export function weighFile(findings: FileFindings, register: RegisterAnswer, host: string): Verdict {
  const isKnown = typeof register === 'object' && register.known;
  if (isKnown && register.kind === 'presented') return presentedOnly(register.superseded);
  const isConfirmed = isKnown && register.kind === 'sealed';
  const failed = findings.checks.filter(({ ok }) => !ok).map(({ check }) => check);
  const hard = failed.filter((check) => {
    if (TRUST_CHECKS.includes(check)) return findings.rootsKnown;
    // A seal outlives its certificate where the register has kept the fingerprint.
    return !(check === 'seal.validity' && isConfirmed);
  });
  if (hard.length > 0 || findings.evidence === null) return notToRelyOn(hard);
  const cautions = cautionsOf(register, failed);
  const isGreen = cautions.length === 0;
  return {
    tone: isGreen ? 'proven' : 'wait',
    title: ({ t }) => t(isGreen ? 'verify.green.title' : 'verify.amber.title'),
    text: ({ t }) => t(isGreen ? 'verify.green.text' : 'verify.amber.text'),
    reasons: cautions,
    next: isGreen ? [] : [({ t }) => t('verify.next.call')],
    proven: provenBy(findings, isConfirmed ? register : null, host),
    open: openAfter(findings),
  };
}

function notToRelyOn(failed: readonly string[]): Verdict {
  const isUnsealed = failed.includes('seal.present');
  const askFor: Say = ({ t }) => t(isUnsealed ? 'verify.next.sealed-copy' : 'verify.next.original');
  return {
    tone: 'wrong',
    title: ({ t }) => t('verify.red.title'),
    text: ({ t }) => t('verify.red.text'),
    reasons: [...new Set(failed.length > 0 ? failed.map(whyNot) : [whyNot('evidence.attached')])].map(
      (id): Say =>
        ({ t }) =>
          t(id),
    ),
    next: [askFor, ({ t }) => t('verify.next.call'), ({ t }) => t('verify.next.do-not-pay')],
    ...{ proven: [], open: [] },
  };
}

function presentedOnly(isSuperseded: boolean): Verdict {
  return {
    tone: 'wait',
    title: ({ t }) => t('verify.presented.title'),
    text: ({ t }) => t('verify.presented.text'),
    reasons: isSuperseded ? [({ t }) => t('verify.know.superseded')] : [],
    next: [({ t }) => t('verify.next.sealed-copy'), ({ t }) => t('verify.next.call')],
    ...{ proven: [], open: [] },
  };
}

function cautionsOf(register: RegisterAnswer, failed: readonly string[]): Say[] {
  const said: Say[] = failed.some((check) => TRUST_CHECKS.includes(check)) ? [({ t }) => t('verify.know.roots')] : [];
  if (register === 'unreachable') return [...said, ({ t }) => t('verify.know.unreachable')];
  if (register === 'too-many') return [...said, ({ t }) => t('verify.know.too-many')];
  if (!register.known) return [...said, ({ t }) => t('verify.know.unknown')];
  const isSettled = register.stage === 'sealed' || register.stage === 'stamped';
  if (failed.includes('seal.validity')) said.push(({ t }) => t('verify.know.expired'));
  const unsettled = register.stage === 'set-aside' ? 'verify.qr.aside.text' : 'verify.know.review';
  if (!isSettled) said.push(({ t }) => t(unsettled));
  if (register.superseded) said.push(({ t }) => t('verify.know.superseded'));
  if (register.newerCopy) said.push(({ t }) => t('verify.know.newer'));
  return said;
}

type Confirmed = Extract<RegisterAnswer, { known: true }>;

function provenBy({ seal, evidence }: FileFindings, register: Confirmed | null, host: string): Say[] {
  const since = seal?.stampedAt ?? register?.sealedAt ?? null;
  if (evidence === null) return [];
  const { deviceKey, events: count, outcome } = evidence;
  return [
    ({ t, formatStamp }) =>
      since === null ? t('verify.proven.unchangedSince') : t('verify.proven.unchanged', { time: formatStamp(since) }),
    ({ t }) => t('verify.proven.text'),
    ({ t }) => t('verify.proven.device', { count, key: `${deviceKey.slice(0, 8)}…` }),
    ({ t }) => t(`verify.proven.outcome.${outcome}`),
    ...(register === null ? [] : [({ t }: VerifyText) => t('verify.proven.registered', { host })]),
  ];
}

function openAfter({ seal }: FileFindings): Say[] {
  const stamp: Say = ({ t }) => t('verify.open.stamp');
  return [
    ({ t }) => t('verify.open.hand'),
    ({ t }) => t('verify.open.debt'),
    ({ t }) => t('verify.open.account'),
    ...(seal?.stampedAt === null ? [stamp] : []),
  ];
}
