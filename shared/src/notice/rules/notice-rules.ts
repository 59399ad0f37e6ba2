import type { NoticeData } from '../notice-data.ts';
import { europeanRules } from './european-rules.ts';
import { block, warn, type Finding } from './finding.ts';
import { hungarianRules } from './hungarian-rules.ts';
import { listRules } from './list-rules.ts';
import { partyRules } from './party-rules.ts';
import { russianRules } from './russian-rules.ts';
import { unitedStatesRules } from './united-states-rules.ts';

/**
 * Everything about a notice that would weaken it, in the order a person would mend it: its own law first (Ptk.
 * 6:194–6:198 and 6:406; GK RF 385, 386, 830; UCC 9-406), then its parties, days and list. Empty: nothing to say.
 * Never refuses.
 */
export function noticeRules(data: NoticeData): Finding[] {
  return [...regimeRules(data), ...accountRules(data), ...partyRules(data), ...listRules(data)];
}

/** True when nothing stops the notice from being prepared. */
export function mayBePrepared(data: NoticeData): boolean {
  return noticeRules(data).every(({ stops }) => stops !== 'prepare');
}

function regimeRules(data: NoticeData): readonly Finding[] {
  switch (data.jurisdiction) {
    case 'HU':
      return hungarianRules(data);
    case 'RU':
      return russianRules(data);
    case 'EU':
      return europeanRules(data);
    case 'US':
      return unitedStatesRules(data);
  }
}

/** House rules on the instruction: it is a change of bank details, the very thing payers are taught to distrust. */
function accountRules({ payee, factor, jurisdiction }: NoticeData): readonly Finding[] {
  if (payee === null) return [];
  const compared = jurisdiction === 'HU' || jurisdiction === 'EU';
  return [
    ...(hasAccount(payee) ? [] : [block('instruction-incomplete', 'payee.numbers')]),
    ...(compared && payee.holderName !== factor.legalName ? [warn('holder-is-not-factor', 'payee.holderName')] : []),
  ];
}

function hasAccount({ numbers, holderName }: NonNullable<NoticeData['payee']>): boolean {
  const account = numbers.kind === 'iban' ? numbers.iban : numbers.account;
  return account.trim() !== '' && holderName.trim() !== '';
}
