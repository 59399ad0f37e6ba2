import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Ref, SyncedRow, Table } from '@cession/shared/sync/table.ts';
import type { SpineTable } from '../db/columns.ts';

export interface AudienceContext {
  /** Another row, as it stands within the transaction at hand. */
  load<Row>(ref: Ref<Row>): Promise<Row | null>;
  /** Who may see another row. */
  audienceOf(ref: Ref<unknown>): Promise<readonly string[]>;
}

/** A synced table on the server: its shared handle, where it is kept, and who may see a row. */
export interface SyncedServerTable {
  readonly shared: Table<SyncedRow>;
  readonly table: SpineTable;
  /**
   * Tokens `user:<id>`, `role:<role>` or `all`. Computed when the row is written: whoever changes what it depends on
   * writes the row again.
   */
  audience(row: SyncedRow, context: AudienceContext): readonly string[] | Promise<readonly string[]>;
  /** The row as this person may see it, for rights that concern single fields. */
  shownTo?(row: SyncedRow, actor: SyncActor): SyncedRow;
  /**
   * Read by many mutations and written by none: those that read one of its rows do so side by side, instead of standing in
   * line for it from their first step on.
   */
  readonly isReadSideBySide?: boolean;
}

export type SyncedTables = Readonly<Record<string, SyncedServerTable>>;

/** Keeps the row's type inside the definition; the spine itself treats all rows alike. */
export function syncedTable<Row extends SyncedRow>(definition: {
  readonly shared: Table<Row>;
  readonly table: SpineTable;
  audience(row: Row, context: AudienceContext): readonly string[] | Promise<readonly string[]>;
  shownTo?(row: Row, actor: SyncActor): Row;
  readonly isReadSideBySide?: boolean;
}): SyncedServerTable {
  // The spine gives a table only rows of that table.
  return definition;
}

export function tableNamed(tables: SyncedTables, name: string): SyncedServerTable {
  const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (table === undefined) throw new Error(`there is no synced table called ${name}`);
  return table;
}

export function refKey(ref: { readonly table: string; readonly id: string }): string {
  return `${ref.table}:${ref.id}`;
}
