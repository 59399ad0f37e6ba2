import { getTableColumns, sql } from 'drizzle-orm';
import type { SpineTable } from '../db/columns.ts';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { insertRecords } from './insert-records.ts';
import { companyClockTable, departureTable } from './spine-tables.ts';
import type { RowTransaction, StoredRow } from './store.ts';
import { tableNamed, type SyncedTables } from './synced-table.ts';

type RowWrites = Pick<RowTransaction, 'nextVersion' | 'insertRows' | 'replaceRows' | 'addDepartures'>;

export function pgRowWrites(tx: CompanyTransaction, companyId: string, tables: SyncedTables): RowWrites {
  return {
    nextVersion: () => nextVersion(tx, companyId),
    insertRows: async (name, rows) => {
      if (rows.length === 0) return;
      await tx.execute(insertStored(tableNamed(tables, name).table, companyId, rows));
    },
    replaceRows: async (name, rows) => {
      const { table } = tableNamed(tables, name);
      for (const [isLive, part] of Map.groupBy(rows, (row) => row.isLive)) {
        const given = insertStored(table, companyId, part);
        await tx.execute(sql`${given} on conflict (company_id, id) do update set ${everyColumn(table, isLive)}`);
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

function everyColumn(table: SpineTable, isLive: boolean) {
  const columns = Object.values(getTableColumns(table)).map(({ name }) =>
    name === table.deletedAt.name && !isLive ? `"${name}" = now()` : `"${name}" = excluded."${name}"`,
  );
  return sql.raw(columns.join(', '));
}

function insertStored(table: SpineTable, companyId: string, rows: readonly StoredRow[]) {
  return insertRecords(
    table,
    rows.map(({ row, ver, meta, audience }) => ({
      ...row,
      ...{ companyId, rowVer: ver, fieldMeta: meta, audience, deletedAt: null },
    })),
  );
}
