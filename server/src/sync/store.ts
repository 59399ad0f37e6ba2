import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { Ref, SyncedRow } from '@cession/shared/sync/table.ts';
import type { StoredMeta } from '../db/columns.ts';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import type { DeviceSeq, LedgerEntry, LedgerOutcome } from './ledger.ts';

/** Where the server keeps its truth. PostgreSQL in life; a simulator may stand in, statement for statement. */
export interface ServerStore {
  /**
   * A read-committed transaction of one company. Runs `work` again when two transactions met (or `StaleRead` was
   * thrown), so `work` must not act outside it.
   */
  write<T>(companyId: string, work: (tx: WriteTransaction) => Promise<T>): Promise<T>;
  /** One read-only snapshot of one company: every statement sees the same moment. */
  snapshot<T>(companyId: string, work: (tx: SnapshotTransaction) => Promise<T>): Promise<T>;
  companies(): Promise<readonly string[]>;
  versions(companyIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Others are being served this moment: what can wait had better. */
  isBusy?(): boolean;
}

export interface WriteTransaction extends LedgerTransaction, RowTransaction {
  /** For effects that keep tables of their own. */
  readonly database: CompanyTransaction;
  epoch(): Promise<string>;
  /** What `work` wrote is undone when it throws; the transaction lives on. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
}

export interface LedgerTransaction {
  /** Keeps those that are new, by id and by place in the device's order. Answers their ids. */
  insertReceipts(entries: readonly LedgerEntry[]): Promise<ReadonlySet<string>>;
  entries(ids: readonly string[]): Promise<readonly LedgerEntry[]>;
  /** Locked in the order of their ids; `skip` leaves out what someone else holds. */
  lockEntries(ids: readonly string[], busy: 'wait' | 'skip'): Promise<readonly LedgerEntry[]>;
  /** Not yet settled, of the same devices. */
  openOfDevices(devices: readonly DeviceSeq[]): Promise<readonly OpenEntry[]>;
  /** Ids not yet settled, by device, incarnation, seq. */
  openIds(state: 'received' | 'held', limit: number): Promise<readonly string[]>;
  /** Of these ids, those that hold nobody any more: settled, or replaced by one that is. */
  freedAmong(ids: readonly string[]): Promise<ReadonlySet<string>>;
  heldWaitingFor(ids: readonly string[]): Promise<readonly string[]>;
  saveOutcomes(outcomes: readonly LedgerOutcome[]): Promise<void>;
  keepDisputed(message: DisputedMessage): Promise<void>;
  noteDevice(device: SeenDevice): Promise<void>;
}

export interface RowTransaction {
  /** Locked by table, then id. Rows that were taken away come too, not `live`. Keyed `table:id`. */
  lockRows(refs: readonly Ref<unknown>[]): Promise<ReadonlyMap<string, StoredRow>>;
  /** Of these, the ones that exist at this moment. */
  existing(refs: readonly Ref<unknown>[]): Promise<readonly string[]>;
  /** Ids of the open conflicts about a row. */
  openConflictsOf(ref: Ref<unknown>): Promise<readonly string[]>;
  /** Moves the company's version. From here to the end no other transaction of the company can. */
  nextVersion(): Promise<number>;
  insertRows(table: string, rows: readonly StoredRow[]): Promise<void>;
  replaceRows(table: string, rows: readonly StoredRow[]): Promise<void>;
  addDepartures(ver: number, departures: readonly Departure[]): Promise<void>;
}

export interface SnapshotTransaction {
  head(): Promise<{ readonly epoch: string; readonly ver: number }>;
  visibleKeys(range: VisibleRange, after: RowKey | null, limit: number): Promise<readonly RowKey[]>;
  countVisible(range: VisibleRange): Promise<number>;
  rows(keys: readonly RowKey[]): Promise<ReadonlyMap<string, StoredRow>>;
  /** Rows that left the scope in the range and are out of it now. */
  departed(range: VisibleRange): Promise<readonly (readonly [table: string, id: string])[]>;
  entriesOf(userId: string, ids: readonly string[]): Promise<readonly LedgerEntry[]>;
  knownIds(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Versions above `above` up to and including `upTo`, for anyone who holds one of the tokens. */
export interface VisibleRange {
  readonly tokens: readonly string[];
  readonly above: number;
  readonly upTo: number;
}

export interface RowKey {
  readonly ver: number;
  readonly table: string;
  readonly id: string;
}

export interface StoredRow {
  readonly ver: number;
  readonly meta: StoredMeta;
  readonly audience: readonly string[];
  /** False once it was taken away: its last state stays. */
  readonly isLive: boolean;
  readonly row: SyncedRow;
}

export interface Departure {
  readonly table: string;
  readonly id: string;
  /** The tokens that lost sight of it. */
  readonly audience: readonly string[];
}

export interface OpenEntry {
  readonly id: string;
  readonly device: DeviceSeq;
  readonly refs: readonly string[];
  readonly waitsFor: readonly string[];
}

export interface DisputedMessage {
  readonly id: string;
  readonly argsHash: string;
  readonly userId: string;
  readonly deviceId: string | null;
  readonly message: unknown;
  readonly receivedAt: Instant;
}

export interface SeenDevice {
  readonly id: string;
  readonly userId: string;
  readonly incarnation: string;
  readonly app: string;
  readonly seenAt: Instant;
  readonly pendingCount: number;
  readonly oldestPendingAt: Instant | null;
}
