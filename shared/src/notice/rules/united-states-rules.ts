import type { NoticeData } from '../notice-data.ts';
import { claimIsNamed } from './claim-rules.ts';
import { block, info, type Finding } from './finding.ts';

/**
 * United States. UCC 9-406(a): the amount is assigned and payment goes to the assignee, signed by either. 9-406(b): rights
 * reasonably identified, else no effect. 9-406(c): proof on request whoever sent it, which starts the proof clock.
 */
export function unitedStatesRules(data: NoticeData): readonly Finding[] {
  return [
    ...(claimIsNamed(data) ? [] : [block('claim-not-identified', 'scope', 'ucc-9-406-b')]),
    ...(data.payee === null ? [block('payee-missing', 'payee', 'ucc-9-406-a')] : []),
    info('proof-on-request', 'sender', 'ucc-9-406-c'),
  ];
}
