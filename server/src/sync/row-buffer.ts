import type { Change, Ref, SyncedRow } from '@cession/shared/sync/table.ts';
import { isUuid } from '@cession/shared/kernel/id.ts';
import type { StoredMeta } from '../db/columns.ts';
import type { RowTransaction, StoredRow } from './store.ts';
import { refKey, tableNamed, type AudienceContext, type SyncedTables } from './synced-table.ts';

/** Stands in `meta` for the version this transaction will get. Real versions start at 1. */
export const THIS_VERSION = 0;

/** A row as it stands within the transaction at hand. */
export interface BufferedRow {
  readonly table: string;
  readonly id: string;
  /** What the database holds, null where there is nothing. */
  readonly stored: StoredRow | null;
  /** null: not there, or taken away. */
  readonly row: SyncedRow | null;
  readonly meta: StoredMeta;
  readonly audience: readonly string[];
  readonly isChanged: boolean;
}

/**
 * Rows read and written by the mutations of one batch. Later mutations see what earlier ones wrote; the database
 * sees it all at once, at the end.
 */
export interface RowBuffer {
  /** Locks and reads those not yet known. */
  load(refs: readonly Ref<unknown>[]): Promise<void>;
  /** Must have been loaded. */
  get(ref: Ref<unknown>): BufferedRow;
  /** Loads what it must, checks every row against its schema, and settles who may see it. */
  apply(changes: readonly Change[]): Promise<void>;
  /** Notes who wrote these fields last. */
  markWritten(ref: Ref<unknown>, paths: readonly string[], by: string): void;
  all(): readonly BufferedRow[];
  /** Call the answer to go back to this point. */
  checkpoint(): () => void;
}

export function createRowBuffer(tx: RowTransaction, tables: SyncedTables): RowBuffer {
  let entries = new Map<string, BufferedRow>();
  const get = (ref: Ref<unknown>): BufferedRow => {
    const entry = entries.get(refKey(ref));
    if (entry === undefined) throw new Error(`${refKey(ref)} was not loaded`);
    return entry;
  };
  const load = async (refs: readonly Ref<unknown>[]): Promise<void> => {
    const unknown = uniqueRefs(refs).filter((ref) => !entries.has(refKey(ref)));
    if (unknown.length === 0) return;
    // What is no id names no row; asking the database with it would only end the transaction.
    const stored = await tx.lockRows(unknown.filter((ref) => isUuid(ref.id)));
    for (const ref of unknown) entries.set(refKey(ref), asBuffered(ref, stored.get(refKey(ref)) ?? null));
  };
  const context = audienceContext(load, get);
  return {
    load,
    get,
    apply: async (changes) => {
      await load(changes);
      for (const change of changes) entries.set(refKey(change), changedRow(tables, get(change), change));
      for (const ref of uniqueRefs(changes)) {
        const entry = get(ref);
        entries.set(refKey(ref), { ...entry, audience: await audienceFor(tables, entry, context) });
      }
    },
    markWritten: (ref, paths, by) => {
      const entry = get(ref);
      if (paths.length === 0 || !entry.isChanged) return;
      const written = Object.fromEntries(paths.map((path) => [path, { ver: THIS_VERSION, by }]));
      entries.set(refKey(ref), { ...entry, meta: { ...entry.meta, ...written } });
    },
    all: () => [...entries.values()],
    checkpoint: () => {
      const before = new Map(entries);
      return () => void (entries = new Map(before));
    },
  };
}

function uniqueRefs(refs: readonly Ref<unknown>[]): readonly Ref<unknown>[] {
  return [...new Map(refs.map((ref) => [refKey(ref), { table: ref.table, id: ref.id }])).values()];
}

function asBuffered(ref: Ref<unknown>, stored: StoredRow | null): BufferedRow {
  const isLive = stored?.isLive === true;
  return {
    table: ref.table,
    id: ref.id,
    stored,
    row: isLive ? stored.row : null,
    meta: isLive ? stored.meta : {},
    audience: isLive ? stored.audience : [],
    isChanged: false,
  };
}

/** A row that does not fit its schema is a mistake of ours, not of the person: it throws. */
function changedRow(tables: SyncedTables, entry: BufferedRow, change: Change): BufferedRow {
  const { shared } = tableNamed(tables, change.table);
  switch (change.op) {
    case 'remove':
      return { ...entry, row: null, meta: {}, audience: [], isChanged: entry.isChanged || entry.row !== null };
    case 'put': {
      if (!isUuid(change.id) || change.row.id !== change.id) throw new Error(`${refKey(change)} is no id of a row`);
      return { ...entry, row: shared.schema.parse(change.row), isChanged: true };
    }
  }
}

async function audienceFor(
  tables: SyncedTables,
  entry: BufferedRow,
  context: AudienceContext,
): Promise<readonly string[]> {
  if (entry.row === null) return [];
  const tokens = await tableNamed(tables, entry.table).audience(entry.row, context);
  return [...new Set(tokens)].toSorted();
}

function audienceContext(load: RowBuffer['load'], get: RowBuffer['get']): AudienceContext {
  return {
    load: async <Row>(ref: Ref<Row>) => {
      await load([ref]);
      // The row was checked against the schema of the table the ref was made by.
      return get(ref).row as Row | null;
    },
    audienceOf: async (ref) => {
      await load([ref]);
      return get(ref).audience;
    },
  };
}
