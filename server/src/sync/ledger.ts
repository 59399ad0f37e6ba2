import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Base, Verdict, VerdictState } from '@cession/shared/sync/protocol.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';

/** One received mutation and what became of it. The first part never changes once written. */
export interface LedgerEntry extends LedgerOutcome {
  readonly userId: string;
  readonly roles: readonly string[];
  readonly device: DeviceSeq | null;
  readonly name: string;
  readonly version: number;
  readonly args: unknown;
  readonly argsHash: string;
  readonly base: Base | null;
  readonly deps: readonly string[];
  readonly supersedes: string | null;
  readonly refs: readonly string[];
  readonly performedAt: Instant;
  readonly receivedAt: Instant;
}

/** Where a mutation stands in the order of one installation. A cloned phone has the same id, never the same incarnation. */
export interface DeviceSeq {
  readonly id: string;
  readonly incarnation: string;
  readonly seq: number | null;
}

export interface LedgerOutcome {
  readonly id: string;
  readonly state: VerdictState;
  readonly verdict: Verdict | null;
  readonly attempts: number;
  readonly failure: string | null;
  readonly waitsFor: readonly string[];
  readonly agreed: Readonly<Record<string, string | null>> | null;
}

/** True once the answer stands for good. */
export function isTerminal(state: VerdictState): boolean {
  return state !== 'received' && state !== 'held';
}

/** True when what others build on it is there: they may go ahead. */
export function isDone(state: VerdictState): boolean {
  return state === 'applied' || state === 'conflict' || state === 'noop';
}

/**
 * True when nobody has to wait for it any more. A refused one holds nobody: the rule of whoever stands on it says
 * whether that still makes sense. One in review does, until another takes its place.
 */
export function holdsNobody(state: VerdictState): boolean {
  return isTerminal(state) && state !== 'quarantined';
}

/** The stored answer, word for word, or what is known while there is none. */
export function verdictOf(entry: LedgerOutcome): Verdict {
  return entry.verdict ?? { id: entry.id, state: entry.state };
}

export function refusedVerdict(id: string, state: 'rejected' | 'quarantined' | 'held', refusal: Refusal): Verdict {
  return { id, state, refusal: { ...refusal } };
}

export function actorOf(companyId: string, entry: LedgerEntry): SyncActor {
  return { userId: entry.userId, companyId, roles: entry.roles };
}
