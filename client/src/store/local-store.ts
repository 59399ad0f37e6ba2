import type { OutboxEntry, StoreKey, StoreName, StoreRecords } from './local-records.ts';

/** Keys from one text, up to but without another; an end that is not given is open. */
export interface KeyPart {
  readonly from?: string;
  readonly below?: string;
  /** No more records than this. */
  readonly most?: number;
}

/** Everything a transaction may do. Its promises are the only ones that may be awaited inside `work`. */
export interface LocalTx {
  get<S extends StoreName>(store: S, key: StoreKey<S>): Promise<StoreRecords[S] | undefined>;
  getMany<S extends StoreName>(
    store: S,
    keys: readonly StoreKey<S>[],
  ): Promise<readonly (StoreRecords[S] | undefined)[]>;
  /** In key order; `part` of a store whose keys are texts. */
  all<S extends StoreName>(store: S, part?: KeyPart): Promise<readonly StoreRecords[S][]>;
  /** Outbox entries that read or write any of these rows, each once, oldest first. */
  touching(keys: readonly string[]): Promise<readonly OutboxEntry[]>;
  entry(id: string): Promise<OutboxEntry | undefined>;
  put<S extends StoreName>(store: S, records: readonly StoreRecords[S][]): Promise<void>;
  remove<S extends StoreName>(store: S, keys: readonly StoreKey<S>[]): Promise<void>;
}

/**
 * All or nothing, one writer at a time over the same stores. When `tx` resolves, an 'rw' is on the disk.
 * When it rejects, nothing of it happened (StorageFailure says why).
 */
export interface LocalStore {
  tx<T>(mode: 'r' | 'rw', stores: readonly StoreName[], work: (tx: LocalTx) => Promise<T>): Promise<T>;
  close(): void;
}

/** Why the phone could not keep something. */
export type StorageFault = 'full' | 'closed' | 'broken';

export class StorageFailure extends Error {
  readonly fault: StorageFault;
  constructor(fault: StorageFault, cause: unknown) {
    super(`the phone could not store this: ${fault}`, { cause });
    this.name = 'StorageFailure';
    this.fault = fault;
  }
}
