import type { Ref, SyncedRow } from '@cession/shared/sync/table.ts';
import { and, asc, eq } from 'drizzle-orm';
import { SPINE_COLUMNS, type SpineTable, type StoredMeta } from '../db/columns.ts';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { oneOf } from './one-of.ts';
import { conflictTable } from './spine-tables.ts';
import type { RowTransaction, StoredRow } from './store.ts';
import { refKey, tableNamed, type SyncedTables } from './synced-table.ts';

type RowReads = Pick<RowTransaction, 'lockRows' | 'existing' | 'openConflictsOf'>;

export function pgRows(tx: CompanyTransaction, companyId: string, tables: SyncedTables): RowReads {
  return {
    lockRows: async (refs) => {
      const found = new Map<string, StoredRow>();
      for (const [name, ids] of idsByTable(refs)) {
        const { table, isReadSideBySide } = tableNamed(tables, name);
        const rows = await tx
          .select()
          .from(table)
          .where(ofCompany(table, companyId, ids))
          .orderBy(asc(table.id))
          .for(isReadSideBySide === true ? 'share' : 'update');
        for (const row of rows.map(recordToStored)) found.set(refKey({ table: name, id: row.row.id }), row);
      }
      return found;
    },
    existing: async (refs) => {
      const found: string[] = [];
      for (const [name, ids] of idsByTable(refs)) {
        const { table } = tableNamed(tables, name);
        const rows = await tx
          .select({ id: table.id })
          .from(table)
          .where(ofCompany(table, companyId, ids));
        found.push(...rows.map(({ id }) => refKey({ table: name, id: String(id) })));
      }
      return found;
    },
    openConflictsOf: async ({ table, id }) => {
      const { table: ofTable, rowId, status } = conflictTable;
      const isOpenHere = and(eq(conflictTable.companyId, companyId), eq(status, 'open'));
      const rows = await tx
        .select({ id: conflictTable.id })
        .from(conflictTable)
        .where(and(isOpenHere, eq(ofTable, table), eq(rowId, id)));
      return rows.map((row) => row.id);
    },
  };
}

/** In the order everyone locks in: by table, then id. */
function idsByTable(refs: readonly Ref<unknown>[]): readonly (readonly [string, readonly string[]])[] {
  const groups = Map.groupBy(refs, (ref) => ref.table);
  return [...groups]
    .map(([name, of]) => [name, of.map(({ id }) => id)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function ofCompany(table: SpineTable, companyId: string, ids: readonly string[]) {
  return and(eq(table.companyId, companyId), oneOf(table.id, ids));
}

/** A row of any synced table, as drizzle reads it. */
export function recordToStored(record: Record<string, unknown>): StoredRow {
  const own = Object.entries(record).filter(([key]) => !SPINE_COLUMNS.some((column) => column === key));
  return {
    // The spine's columns are of these types in every table made with spineColumns.
    ver: record['rowVer'] as number,
    meta: record['fieldMeta'] as StoredMeta,
    audience: record['audience'] as string[],
    isLive: record['deletedAt'] === null,
    row: Object.fromEntries(own) as unknown as SyncedRow,
  };
}
