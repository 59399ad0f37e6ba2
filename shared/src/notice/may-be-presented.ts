import type { Notice } from './notice.ts';

/**
 * A notice may go before the debtor until somebody signed for it: after a refusal or a mere stamp there is a next time.
 * Withdrawn, replaced and released papers may not.
 */
export function mayBePresented({ status, facts, replacedBy }: Notice): boolean {
  if (status === 'withdrawn' || replacedBy !== null) return false;
  return facts.acknowledged === undefined && facts.released === undefined;
}
