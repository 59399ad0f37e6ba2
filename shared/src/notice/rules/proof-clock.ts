import { addMs, instantToMs, type Instant } from '../../kernel/instant.ts';
import type { NoticeData } from '../notice-data.ts';
import type { NoticeFact } from '../notice.ts';
import type { LawKey } from '../wording/laws.ts';

export interface ProofClock {
  readonly requestedAt: Instant;
  /**
   * What the debtor may do until the proof is there: nothing but pay as instructed; go on paying the supplier because
   * the notice has no effect yet; withhold; pay the supplier if the proof does not come in time; ask (the contract's law).
   */
  readonly meanwhile:
    | 'pay-as-instructed'
    | 'must-pay-supplier'
    | 'may-withhold'
    | 'may-pay-supplier-if-late'
    | 'law-of-contract';
  /** How the statute says how soon; no number of days is in it. */
  readonly inLaw: 'not-owed' | 'before-effect' | 'reasonable-time' | 'seasonably' | 'law-of-contract';
  readonly article: LawKey | null;
  /** Our own aim, never shown as law: two working days (Monday to Friday, holidays not known), counted in UTC. */
  readonly house: { readonly workingDays: 2; readonly aimAt: Instant };
}

const DAY_MS = 86_400_000;

/**
 * The debtor asked for proof of assignment: what it may do meanwhile. Ptk. 6:197(3) (no effect unproven, nothing owed
 * when the supplier sent it); GK RF 385(1) (withhold, unless the original creditor sent it) and 830(2) (reasonable time,
 * else the supplier may be paid); UCC 9-406(c) (seasonably, whoever sent it). Statutes give no days and none is invented.
 */
export function proofClock(
  data: Pick<NoticeData, 'jurisdiction' | 'sender' | 'proofAttached'>,
  requestedAt: Instant,
): ProofClock {
  return { requestedAt, ...statute(data), house: { workingDays: 2, aimAt: afterWorkingDays(requestedAt, 2) } };
}

/**
 * The facts that follow from a debtor's silence: none, however long it lasts. Hungary says so outright (Ptk. 6:4(4)
 * wants an express agreement), the house holds it everywhere.
 */
export function neverDeemed(): readonly NoticeFact[] {
  return [];
}

function statute({
  jurisdiction,
  sender,
  proofAttached,
}: Pick<NoticeData, 'jurisdiction' | 'sender' | 'proofAttached'>): Pick<ProofClock, 'meanwhile' | 'inLaw' | 'article'> {
  const fromFactor = sender === 'factor' && !proofAttached;
  switch (jurisdiction) {
    case 'HU':
      return fromFactor
        ? { meanwhile: 'must-pay-supplier', inLaw: 'before-effect', article: 'ptk-6-197-3' }
        : { meanwhile: 'pay-as-instructed', inLaw: 'not-owed', article: 'ptk-6-197-3' };
    case 'RU':
      return fromFactor
        ? { meanwhile: 'may-withhold', inLaw: 'reasonable-time', article: 'gk-385-1' }
        : { meanwhile: 'may-pay-supplier-if-late', inLaw: 'reasonable-time', article: 'gk-830-2' };
    case 'US':
      return { meanwhile: 'may-pay-supplier-if-late', inLaw: 'seasonably', article: 'ucc-9-406-c' };
    case 'EU':
      return { meanwhile: 'law-of-contract', inLaw: 'law-of-contract', article: null };
  }
}

function afterWorkingDays(from: Instant, count: number): Instant {
  if (count === 0) return from;
  const next = addMs(from, DAY_MS);
  return afterWorkingDays(next, isWorkingDay(next) ? count - 1 : count);
}

/** 1970-01-01 was a Thursday. */
function isWorkingDay(at: Instant): boolean {
  const weekday = (Math.floor(instantToMs(at) / DAY_MS) + 4) % 7;
  return weekday !== 0 && weekday !== 6;
}
