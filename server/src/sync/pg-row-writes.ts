import { getTableColumns, sql } from 'drizzle-orm';
import type { SpineTable } from '../db/columns.ts';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { companyClockTable, departureTable } from './spine-tables.ts';
import type { RowTransaction, StoredRow } from './store.ts';
import { tableNamed, type SyncedTables } from './synced-table.ts';

/** PostgreSQL takes 65,535 parameters in one statement. */
const MOST_PARAMETERS = 60_000;

type RowWrites = Pick<RowTransaction, 'nextVersion' | 'insertRows' | 'replaceRows' | 'addDepartures'>;

export function pgRowWrites(tx: CompanyTransaction, companyId: string, tables: SyncedTables): RowWrites {
  return {
    nextVersion: () => nextVersion(tx, companyId),
    insertRows: async (name, rows) => {
      const { table } = tableNamed(tables, name);
      for (const part of inParts(table, rows)) {
        await tx.insert(table).values(part.map((row) => storedToRecord(companyId, row)));
      }
    },
    replaceRows: async (name, rows) => {
      const { table } = tableNamed(tables, name);
      for (const part of inParts(table, rows)) {
        await tx
          .insert(table)
          .values(part.map((row) => storedToRecord(companyId, row)))
          .onConflictDoUpdate({ target: [table.companyId, table.id], set: everyColumn(table) });
      }
    },
    addDepartures: async (ver, departures) => {
      if (departures.length === 0) return;
      const rows = departures.map(({ table, id, audience }) => ({
        rowTable: table,
        rowId: id,
        audience: [...audience],
      }));
      await tx.insert(departureTable).values(rows.map((row) => ({ companyId, ver, ...row })));
    },
  };
}

async function nextVersion(tx: CompanyTransaction, companyId: string): Promise<number> {
  const [clock] = await tx
    .insert(companyClockTable)
    .values({ companyId, ver: 1 })
    .onConflictDoUpdate({ target: companyClockTable.companyId, set: { ver: sql`${companyClockTable.ver} + 1` } })
    .returning({ ver: companyClockTable.ver });
  if (clock === undefined) throw new Error('the clock did not answer');
  return clock.ver;
}

function inParts(table: SpineTable, rows: readonly StoredRow[]): readonly (readonly StoredRow[])[] {
  const size = Math.floor(MOST_PARAMETERS / Object.keys(getTableColumns(table)).length);
  const count = Math.ceil(rows.length / size);
  return Array.from({ length: count }, (_, part) => rows.slice(part * size, (part + 1) * size));
}

function everyColumn(table: SpineTable) {
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([key, column]) => [key, sql`excluded.${sql.identifier(column.name)}`]),
  );
}

function storedToRecord(companyId: string, stored: StoredRow): Record<string, unknown> {
  return {
    ...stored.row,
    companyId,
    rowVer: stored.ver,
    fieldMeta: stored.meta,
    audience: [...stored.audience],
    deletedAt: stored.isLive ? null : sql`now()`,
  };
}
