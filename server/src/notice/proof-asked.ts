import type { BoardRow } from '@cession/shared/notice/notice-procedures.ts';
import type { Notice } from '@cession/shared/notice/notice.ts';
import { addBusinessHours, HOURS_PER_DAY } from '../people/business-hours.ts';

/** House rule: whoever asks for proof of the assignment has it within two business days. */
const PROOF_WITHIN_HOURS = 2 * HOURS_PER_DAY;

/** The clock of a proof the debtor asked for; null where none was asked for, or it was given. */
export function proofAsked({ facts, data }: Notice, companyCountry: string): BoardRow['proofAsked'] {
  const at = facts.proofRequested?.at;
  if (at === undefined || facts.proofGiven !== undefined) return null;
  const country = companyCountry || data.jurisdiction;
  return { at, dueAt: addBusinessHours(at, PROOF_WITHIN_HOURS, [country]) };
}
