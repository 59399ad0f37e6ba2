import type { NoticeData } from '../notice-data.ts';
import { claimIsNamed } from './claim-rules.ts';
import { block, info, warn, type Finding } from './finding.ts';

/**
 * Russia. GK RF 830(1): the claim, or the way to determine it, and the person to be paid. 385(1): from the supplier the
 * debtor may not wait for proof; from the factor alone it may withhold until proof. 830(2): proof on request, whoever
 * sent it. 386: the debtor names known objections within a reasonable time.
 */
export function russianRules(data: NoticeData): readonly Finding[] {
  const withheld = data.sender === 'factor' && !data.proofAttached;
  return [
    ...(claimIsNamed(data) ? [] : [block('claim-not-identified', 'scope', 'gk-830-1')]),
    ...(data.payee === null ? [block('payee-missing', 'payee', 'gk-830-1')] : []),
    ...(withheld ? [warn('debtor-may-withhold', 'proofAttached', 'gk-385-1')] : []),
    info('proof-on-request', 'sender', 'gk-830-2'),
    info('objections-clock', 'scope', 'gk-386'),
  ];
}
