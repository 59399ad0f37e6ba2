import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { Base, FieldMeta, Verdict } from '@cession/shared/sync/protocol.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';

/** What the phone keeps, store by store. Everything in `outbox` is irreplaceable; the rest can come again. */
export interface StoreRecords {
  meta: MetaRecord;
  /** Rows as the server last said. A cache. */
  confirmed: ConfirmedRow;
  /** What the screens show: confirmed rows with the waiting intents decided on top. */
  view: ViewRow;
  outbox: OutboxEntry;
  /** Done mutations, 30 days: a restored server can be refilled from here. */
  receipts: Receipt;
  /** When the last mutation of a row was done, for "Sent 13:16". */
  sent: SentMark;
  drafts: DraftRecord;
}
export type StoreName = keyof StoreRecords;
export type StoreKey<S extends StoreName> = S extends 'outbox' ? number : string;

export interface MetaRecord {
  readonly key: string;
  readonly value: unknown;
}

export interface ConfirmedRow {
  /** `table:id` */
  readonly key: string;
  readonly table: string;
  readonly id: string;
  readonly ver: number;
  readonly meta: FieldMeta;
  readonly row: unknown;
}

export interface ViewRow {
  readonly key: string;
  readonly table: string;
  readonly id: string;
  readonly row: unknown;
}

/**
 * - `pending`: surely not on the server; - `sent`: on its way or there, no answer heard;
 * - `received`, `held`: safe on the server, not applied yet;
 * - `applied`, `conflict`: done; kept until a pull has brought the rows, then a receipt;
 * - `rejected`, `quarantined`: waits for a person; - `discarded`: taken back here, can still be brought back.
 */
export type EntryStatus =
  | 'pending'
  | 'sent'
  | 'received'
  | 'held'
  | 'applied'
  | 'conflict'
  | 'rejected'
  | 'quarantined'
  | 'discarded';

/** Why an entry cannot travel as it is. Never a verdict: trying again is always allowed. */
export type ParkedReason = 'too-large' | 'unreadable';

export interface OutboxEntry {
  readonly seq: number;
  readonly id: string;
  readonly name: string;
  readonly v: number;
  readonly args: unknown;
  /** Rows it reads or writes, as `table:id`. */
  readonly ents: readonly string[];
  /** Of these, the rows it wrote when it was last decided here. */
  readonly writes: readonly string[];
  readonly base: Base;
  readonly deps: readonly string[];
  readonly supersedes: string | null;
  readonly userId: string;
  readonly companyId: string;
  readonly incarnation: string;
  /** The device's clock. */
  readonly at: Instant;
  readonly app: string;
  /** UTF-8 bytes of the arguments. */
  readonly bytes: number;
  readonly status: EntryStatus;
  readonly tries: number;
  readonly lastError: string | null;
  readonly parked: ParkedReason | null;
  readonly verdict: Verdict | null;
  /** The server's clock when the verdict came. */
  readonly verdictAt: Instant | null;
  /** Decided again on newer rows, the rule said no. Only the server's word counts, so it still travels. */
  readonly refusedHere: Refusal | null;
}

export interface Receipt {
  readonly id: string;
  readonly entry: OutboxEntry;
  /** The server's clock. */
  readonly doneAt: Instant;
}

export interface SentMark {
  readonly key: string;
  readonly at: Instant;
}

export interface DraftRecord {
  readonly key: string;
  readonly value: unknown;
  /** The device's clock. */
  readonly savedAt: Instant;
}

export function rowKey(table: string, id: string): string {
  return `${table}:${id}`;
}

/** What still has to reach the server. */
export function isWaiting(entry: OutboxEntry): boolean {
  return ['pending', 'sent', 'received', 'held'].includes(entry.status);
}

/** Decided on top of the confirmed rows: what a person did stays in sight until the server has said no. */
export function isInView(entry: OutboxEntry): boolean {
  return entry.status !== 'rejected' && entry.status !== 'discarded';
}

/** Done on the server; only waits for its rows to come home. */
export function isDone(entry: OutboxEntry): boolean {
  return entry.status === 'applied' || entry.status === 'conflict';
}
