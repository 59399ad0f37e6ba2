import type { Instant } from '@cession/shared/kernel/instant.ts';
import { addBusinessHours, HOURS_PER_DAY } from '../people/business-hours.ts';

/** A card seen for the first time is answered within one business day. */
export const FIRST_TIME_HOURS = HOURS_PER_DAY;
/** A card that was returned and mended is answered within half of one. */
export const RESENT_HOURS = 4;

export interface ServiceLevelInput {
  readonly receivedAt: Instant;
  /** When it fell due before the return; null when accounting sees the card for the first time. */
  readonly dueBefore: Instant | null;
  readonly companyCountry: string;
  readonly cardCountry: string;
}

/**
 * When accounting owes its answer. A resend keeps its clock, which is the customer's and not the desk's: it is due
 * four business hours after it came back, but never later than it was due before.
 */
export function dueAt(input: ServiceLevelInput): Instant {
  const { receivedAt, dueBefore, companyCountry, cardCountry } = input;
  if (dueBefore === null) return addBusinessHours(receivedAt, FIRST_TIME_HOURS, [companyCountry, cardCountry]);
  const soon = addBusinessHours(receivedAt, RESENT_HOURS, [companyCountry, cardCountry]);
  return soon < dueBefore ? soon : dueBefore;
}
