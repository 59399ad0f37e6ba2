import { Dexie, type EntityTable, type Table } from 'dexie';

/** On the disk: keys in the clear, contents through the codec. No index may hold personal data. */
export interface Sealed {
  readonly key: string;
  readonly body: unknown;
}
export interface SealedEntry {
  readonly seq: number;
  readonly id: string;
  /** `table:id` of the rows it touches. */
  readonly ents: readonly string[];
  readonly status: string;
  readonly body: unknown;
}

/** A key pair that cannot leave the browser: kept as the browser gives it, read by its name only, never indexed. */
export interface KeptKey {
  readonly name: string;
  readonly pair: CryptoKeyPair;
}
/** One part of a file as it is kept: `sha256:index`. */
export interface FilePart {
  readonly key: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type CessionDb = Dexie & {
  readonly keys: Table<KeptKey, string>;
  /** Evidence of ceremonies, event by event, until the server's receipt is here. */
  readonly evidence: Table<Sealed, string>;
  /** What is known of each file's way to the server, by its SHA-256. */
  readonly files: Table<Sealed, string>;
  readonly fileParts: Table<FilePart, string>;
  readonly meta: Table<Sealed, string>;
  readonly confirmed: Table<Sealed, string>;
  readonly view: Table<Sealed, string>;
  readonly drafts: Table<Sealed, string>;
  readonly receipts: Table<Sealed, string>;
  readonly sent: Table<Sealed, string>;
  readonly outbox: EntityTable<SealedEntry, 'seq'>;
};

/** One database per person and company: another person's rows are not in it. */
export function dbName(who: { readonly companyId: string; readonly userId: string }): string {
  return `cession:${who.companyId}:${who.userId}`;
}

/**
 * All synced tables live in two stores keyed `table:id`, so a new table needs no new version. A version may only
 * add stores or indexes: what lies in an outbox is never transformed by an upgrade, it is read as it was written.
 */
export function defineDb(name: string): CessionDb {
  // The stores below are what CessionDb names.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' }) as CessionDb;
  db.version(1).stores({
    meta: 'key',
    confirmed: 'key',
    view: 'key',
    drafts: 'key',
    receipts: 'key',
    sent: 'key',
    outbox: 'seq, &id, status, *ents',
  });
  db.version(2).stores({ keys: 'name', evidence: 'key', files: 'key', fileParts: 'key' });
  return db;
}
