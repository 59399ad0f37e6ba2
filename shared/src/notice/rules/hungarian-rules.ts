import type { NoticeData } from '../notice-data.ts';
import { claimIsNamed, contractIsNamed } from './claim-rules.ts';
import { block, info, warn, type Finding } from './finding.ts';

type Account = NonNullable<NoticeData['payee']>['numbers'];

/**
 * Ptk. 6:197(1): a notice states the fact of assignment and the assigned claim. Naming the factor is not asked of the
 * notice (only of the deed). Empty: it is a notice.
 */
export function hungarianNotice(data: NoticeData): Finding[] {
  const stated = data.agreement.number.trim() !== '';
  return [
    ...(stated ? [] : [block('assignment-not-stated', 'agreement.number', 'ptk-6-197-1')]),
    ...(claimIsNamed(data) ? [] : [block('claim-not-identified', 'scope', 'ptk-6-197-1')]),
  ];
}

/**
 * Ptk. 6:198(1): a payment instruction fixes who the factor is AND its place of business (else its seat) OR its account.
 * Empty: it is an instruction. Without any payee the notice is none, and only the factor may give one (6:198(2)).
 */
export function hungarianInstruction(data: NoticeData): Finding[] {
  if (data.payee === null) return [warn('instruction-left-to-factor', 'payee', 'ptk-6-198-2')];
  const named = data.factor.legalName.trim() !== '';
  const placed = data.factor.seat.trim() !== '' || accountOf(data.payee.numbers) !== '';
  return named && placed
    ? []
    : [block('instruction-incomplete', named ? 'factor.seat' : 'factor.legalName', 'ptk-6-198-1')];
}

/** Hungary: notice and instruction are two declarations, each with its own test; both may stand on one paper. */
export function hungarianRules(data: NoticeData): readonly Finding[] {
  return [
    ...hungarianNotice(data),
    ...hungarianInstruction(data),
    ...futureClaims(data),
    ...sender(data),
    ...registerEntry(data),
  ];
}

/** Ptk. 6:194(2): a future claim must be identifiable by the time it arises; contract number and day do that here. */
function futureClaims(data: NoticeData): readonly Finding[] {
  if (data.scope.kind === 'list' || contractIsNamed(data)) return [];
  return [block('future-claims-not-identifiable', 'supplyContract', 'ptk-6-194-2')];
}

/**
 * Ptk. 6:197(3), 6:198(2): from the supplier no proof is needed; from the factor alone it has NO effect until proven.
 * Ptk. 6:7(3): the notice itself must be in writing, so it is signed or made in a form that keeps content, person, time.
 */
function sender({ sender: from, proofAttached }: NoticeData): readonly Finding[] {
  const unproven = from === 'factor' && !proofAttached;
  return [
    ...(unproven ? [block('sender-without-proof', 'proofAttached', 'ptk-6-197-3')] : []),
    info('writing-needs-signature', 'supplier.signatories', 'ptk-6-7-3'),
  ];
}

/** Ptk. 6:406: without the entry a claim factored with recourse does not pass. It stops activation, not preparing. */
function registerEntry({ agreement }: NoticeData): readonly Finding[] {
  if (!agreement.recourse || (agreement.registerEntry?.number ?? '').trim() !== '') return [];
  return [{ ...block('register-entry-missing', 'agreement.registerEntry', 'ptk-6-406'), stops: 'activate' }];
}

function accountOf(numbers: Account): string {
  return (numbers.kind === 'iban' ? numbers.iban : numbers.account).trim();
}
