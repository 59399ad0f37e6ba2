import type { CardPath } from '../card/card-fields.ts';
import type { CardValue, CardValues } from '../card/card.ts';
import type { Jurisdiction } from '../card/jurisdiction.ts';
import type { Instant } from '../kernel/instant.ts';
import type { SnapshotDocument } from './handoff.ts';
import type { ReturnPoint } from './return-reasons.ts';

/** One row of the queue as the desk lists it. */
export interface QueueRow {
  readonly cardId: string;
  readonly handoffId: string;
  readonly name: string;
  readonly jurisdiction: Jurisdiction;
  readonly country: string;
  readonly ownerId: string;
  readonly ownerName: string;
  /** 1 for the first time. */
  readonly revision: number;
  readonly returns: number;
  /** Fields changed since the revision that was returned last. */
  readonly changed: number;
  readonly receivedAt: Instant;
  readonly firstReceivedAt: Instant;
  readonly dueAt: Instant;
  readonly heldBy: string | null;
  readonly heldByName: string | null;
  readonly leaseUntil: Instant | null;
  readonly snoozedUntil: Instant | null;
}

export interface QueueList {
  readonly now: Instant;
  readonly rows: readonly QueueRow[];
  readonly counts: {
    readonly waiting: number;
    readonly pastDue: number;
    readonly mine: number;
    readonly snoozed: number;
    readonly withRep: number;
  };
}

/** One change against the revision accounting returned last. */
export interface FieldChange {
  readonly path: CardPath;
  readonly before: CardValue | null;
  readonly after: CardValue | null;
}

export interface QuestionView {
  readonly id: string;
  readonly path: CardPath;
  readonly text: string;
  readonly askedByName: string;
  readonly askedAt: Instant;
  readonly answer: string | null;
  readonly answeredByName: string | null;
  readonly answeredAt: Instant | null;
}

/** What an earlier revision was returned for. */
export interface EarlierReturn {
  readonly revision: number;
  readonly points: readonly ReturnPoint[];
  readonly note: string;
  readonly byName: string;
  readonly at: Instant;
}

/** A queue item with its frozen snapshot, as the actor may see it. */
export interface QueueItemView {
  readonly row: QueueRow;
  readonly state: 'waiting' | 'with-rep' | 'done';
  /** Values the actor may see. */
  readonly values: CardValues;
  /** Fields that hold a value the actor may not see: telephone numbers, e-mail addresses. */
  readonly hidden: readonly CardPath[];
  readonly ruleset: string;
  /** The documents that were handed over with it. */
  readonly documents: readonly SnapshotDocument[];
  readonly sha256: string;
  readonly submittedAt: Instant;
  readonly receivedAt: Instant;
  readonly submittedByName: string;
  readonly changes: readonly FieldChange[];
  /** Names of the colleagues the values speak of, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly returns: readonly EarlierReturn[];
  readonly questions: readonly QuestionView[];
  /** Days each field group took, for the person who asks why it is late: nothing but server times. */
  readonly now: Instant;
}

export interface LoadRow {
  readonly userId: string;
  readonly name: string;
  readonly held: number;
  readonly acceptedToday: number;
  readonly returnedToday: number;
  readonly snoozed: number;
}

export interface AcceptedRow {
  readonly cardId: string;
  readonly handoffId: string;
  readonly name: string;
  readonly jurisdiction: Jurisdiction;
  readonly primaryId: string;
  readonly ownerName: string;
  readonly acceptedByName: string;
  readonly acceptedAt: Instant;
  readonly revision: number;
  readonly returns: number;
  readonly sha256: string;
}
