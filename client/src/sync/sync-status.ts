import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import { isDone, isWaiting, type OutboxEntry } from '../store/local-records.ts';
import type { LinkState } from './meta.ts';
import type { Mirror } from './mirror.ts';

/** What a person may be told of one record. Computed from the outbox, never from the last event. */
export type RecordState =
  | { readonly state: 'saved-here' }
  | { readonly state: 'waiting' }
  | { readonly state: 'sending' }
  | { readonly state: 'sent'; readonly at: Instant }
  | { readonly state: 'needs-you'; readonly refusal: Refusal; readonly mutationId: string }
  | { readonly state: 'conflict' }
  | { readonly state: 'in-review' };

export interface SyncStatus {
  readonly waiting: number;
  readonly needsYou: number;
  readonly inReview: number;
  readonly conflicts: number;
  readonly sending: boolean;
  readonly link: LinkState;
  readonly lastContact: Instant | null;
  readonly firstSync: { readonly done: number; readonly total: number } | null;
  /** Waits for 15 minutes although the server answers: somebody should know. */
  readonly stuck: boolean;
  /** null: not planned, a person or a better network has to come first. */
  readonly nextTryInMs: number | null;
}

/** What only the running loop knows. Everything else is read from the disk. */
export interface LoopFacts {
  readonly sendingIds: ReadonlySet<string>;
  readonly busy: boolean;
  readonly stuck: boolean;
  readonly nextTryInMs: number | null;
}
export const IDLE_LOOP: LoopFacts = { sendingIds: new Set(), busy: false, stuck: false, nextTryInMs: null };

/** Anything an entry of the outbox wants a person for, or null. */
export function refusalOf(entry: OutboxEntry): Refusal | null {
  if (entry.status === 'rejected') return entry.verdict?.refusal ?? { code: 'outbox.rejected' };
  if (entry.parked !== null && isWaiting(entry)) return { code: `outbox.${entry.parked}` };
  return null;
}

export function overallStatus(mirror: Mirror, loop: LoopFacts): SyncStatus {
  const entries = mirror.outbox();
  const needing = entries.filter((entry) => refusalOf(entry) !== null);
  return {
    waiting: entries.filter((entry) => isWaiting(entry) && entry.parked === null).length,
    needsYou: needing.length,
    inReview: entries.filter((entry) => entry.status === 'quarantined').length,
    conflicts: openConflicts(mirror).size,
    sending: loop.sendingIds.size > 0,
    link: mirror.meta('link'),
    lastContact: mirror.find('contact')?.at ?? null,
    firstSync: firstSyncOf(mirror),
    stuck: loop.stuck,
    nextTryInMs: loop.nextTryInMs,
  };
}

/** The most pressing truth about one row; null when there is nothing to say. */
export function recordState(mirror: Mirror, loop: LoopFacts, key: string): RecordState | null {
  const entries = mirror.entriesOf(key);
  const refused = entries.find((entry) => refusalOf(entry) !== null);
  const refusal = refused && refusalOf(refused);
  if (refused && refusal) return { state: 'needs-you', refusal, mutationId: refused.id };
  if (openConflicts(mirror).has(key)) return { state: 'conflict' };
  if (entries.some((entry) => entry.status === 'quarantined')) return { state: 'in-review' };
  const waiting = entries.filter((entry) => isWaiting(entry));
  if (waiting.some((entry) => loop.sendingIds.has(entry.id))) return { state: 'sending' };
  if (waiting.length > 0) return { state: isJustSaved(mirror, waiting) ? 'saved-here' : 'waiting' };
  if (entries.some((entry) => entry.status === 'conflict')) return { state: 'conflict' };
  const at = entries.findLast((entry) => isDone(entry))?.verdictAt ?? mirror.sentAt(key);
  return at === null ? null : { state: 'sent', at };
}

function isJustSaved(mirror: Mirror, waiting: readonly OutboxEntry[]): boolean {
  const link = mirror.meta('link');
  return waiting.every((entry) => entry.tries === 0) && (link === 'ok' || link === 'unknown');
}

function firstSyncOf(mirror: Mirror): SyncStatus['firstSync'] {
  const progress = mirror.meta('firstSync');
  if (progress) return progress;
  return mirror.meta('server').cursor === 0 && mirror.find('contact') === null ? { done: 0, total: 0 } : null;
}

const conflictsOf = new WeakMap<readonly unknown[], ReadonlySet<string>>();

function openConflicts(mirror: Mirror): ReadonlySet<string> {
  const rows = mirror.rows('conflicts');
  const known = conflictsOf.get(rows);
  if (known) return known;
  const open = new Set<string>();
  for (const row of rows) {
    // The rows of `conflicts` have passed the schema of shared/sync/conflict.ts before they came into the view.
    const { table, rowId, status } = row as { table: string; rowId: string; status: string };
    if (status === 'open') open.add(`${table}:${rowId}`);
  }
  conflictsOf.set(rows, open);
  return open;
}
