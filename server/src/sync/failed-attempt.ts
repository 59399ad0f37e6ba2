import { refusedVerdict, type LedgerEntry } from './ledger.ts';
import type { Spine } from './spine-parts.ts';

/** A mutation that broke us this often is put aside for the office; what waits behind it goes on. */
export const MOST_ATTEMPTS = 3;

/** The entry after an unexpected throw: tried again later, or put aside. The payload stays in the ledger. */
export function failedAttempt(spine: Spine, companyId: string, entry: LedgerEntry, error: unknown): LedgerEntry {
  const attempts = entry.attempts + 1;
  const failure = reasonOf(error);
  const where = { mutationId: entry.id, companyId, mutation: `${entry.name}@${entry.version}`, attempts, error };
  if (attempts < MOST_ATTEMPTS) {
    spine.log.warn('mutation.failed', where);
    return { ...entry, state: 'received', verdict: null, attempts, failure, waitsFor: [] };
  }
  spine.log.error('mutation.quarantined', where);
  const verdict = refusedVerdict(entry.id, 'quarantined', { code: 'mutation.failed' });
  return { ...entry, state: 'quarantined', verdict, attempts, failure, waitsFor: [] };
}

/** For the office. The database refuses the NUL character, and drizzle's message carries people's data. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return reason
    .replace(/\nparams: [\s\S]*$/, '')
    .replaceAll('\u0000', '')
    .slice(0, 2000);
}
