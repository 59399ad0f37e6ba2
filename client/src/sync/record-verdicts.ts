import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { Verdict, VerdictState } from '@cession/shared/sync/protocol.ts';
import { readMeta } from './meta.ts';
import { isDone, type EntryStatus, type OutboxEntry } from '../store/local-records.ts';
import type { LocalTx } from '../store/local-store.ts';

const STATUS_OF: Readonly<Record<VerdictState, EntryStatus>> = {
  applied: 'applied',
  noop: 'applied',
  conflict: 'conflict',
  rejected: 'rejected',
  quarantined: 'quarantined',
  held: 'held',
  received: 'received',
};

/**
 * Writes the server's answers down. Nothing else makes an entry final. Answers the rows that have to be
 * decided again: what was refused, and what had come home before its verdict was heard (stores: outbox).
 */
export async function recordVerdicts(tx: LocalTx, verdicts: readonly Verdict[], now: Instant): Promise<Set<string>> {
  const touched = new Set<string>();
  // All asked for at once: one after another would wait for the disk as often as there are verdicts.
  const found = await Promise.all(verdicts.map(({ id }) => tx.entry(id)));
  const changed = new Map<string, OutboxEntry>();
  const { cursor } = await readMeta(tx, 'server');
  for (const [at, verdict] of verdicts.entries()) {
    const entry = changed.get(verdict.id) ?? found[at];
    if (!entry || isFinal(entry)) continue;
    changed.set(entry.id, { ...entry, ...answered(verdict, now) });
    const isHome = verdict.ver !== undefined && verdict.ver <= cursor;
    if (verdict.state === 'rejected' || isHome) for (const key of entry.ents) touched.add(key);
  }
  await tx.put('outbox', [...changed.values()]);
  return touched;
}

/**
 * Done mutations whose rows have come home (`cursor`) become receipts. Answers the rows they touched
 * (stores: outbox, receipts, sent).
 */
export async function fileReceipts(tx: LocalTx, cursor: number, now: Instant): Promise<Set<string>> {
  const home = (await tx.all('outbox')).filter((entry) => isDone(entry) && (entry.verdict?.ver ?? 0) <= cursor);
  const touched = new Set<string>();
  for (const entry of home) {
    const doneAt = entry.verdictAt ?? now;
    await tx.put('receipts', [{ id: entry.id, entry, doneAt }]);
    await tx.put(
      'sent',
      entry.writes.map((key) => ({ key, at: doneAt })),
    );
    await tx.remove('outbox', [entry.seq]);
    for (const key of entry.ents) touched.add(key);
  }
  return touched;
}

function answered(verdict: Verdict, now: Instant): Partial<OutboxEntry> {
  return { status: STATUS_OF[verdict.state], verdict, verdictAt: now, lastError: null, parked: null };
}

function isFinal(entry: OutboxEntry): boolean {
  return isDone(entry) || ['rejected', 'quarantined', 'discarded'].includes(entry.status);
}
