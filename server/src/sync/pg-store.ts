import { inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { inCompany, type CompanyTransaction } from '../db/company-transaction.ts';
import { companyClockTable } from './spine-tables.ts';
import { pgLedger } from './pg-ledger.ts';
import { pgRowWrites } from './pg-row-writes.ts';
import { pgRows } from './pg-rows.ts';
import { pgSnapshot } from './pg-snapshot.ts';
import type { ServerStore, WriteTransaction } from './store.ts';
import { withSpineTables } from './synced-conflicts.ts';
import type { SyncedTables } from './synced-table.ts';

/** With two questions under way a small machine has enough to do. */
const BUSY_CONNECTIONS = 2;

/** The store in PostgreSQL: every statement in a transaction that sees one company. */
export function createPgStore(database: Database, businessTables: SyncedTables): ServerStore {
  const tables = withSpineTables(businessTables);
  return {
    write: (companyId, work) =>
      inCompany(database, companyId, {}, (tx) => work(writeTransaction(tx, companyId, tables))),
    snapshot: (companyId, work) =>
      inCompany(database, companyId, { isolationLevel: 'repeatable read', accessMode: 'read only' }, (tx) =>
        work(pgSnapshot(tx, companyId, tables)),
      ),
    // Clocks are readable across companies: a version says nothing but that something changed.
    companies: async () => {
      const rows = await database.select({ id: companyClockTable.companyId }).from(companyClockTable);
      return rows.map(({ id }) => id);
    },
    versions: async (companyIds) => {
      if (companyIds.length === 0) return new Map();
      const { companyId, ver } = companyClockTable;
      const rows = await database
        .select({ companyId, ver })
        .from(companyClockTable)
        .where(inArray(companyId, [...companyIds]));
      return new Map(rows.map((row) => [row.companyId, row.ver]));
    },
    isBusy: () => database.$client.totalCount - database.$client.idleCount >= BUSY_CONNECTIONS,
  };
}

function writeTransaction(tx: CompanyTransaction, companyId: string, tables: SyncedTables): WriteTransaction {
  return {
    ...pgLedger(tx, companyId),
    ...pgRows(tx, companyId, tables),
    ...pgRowWrites(tx, companyId, tables),
    database: tx,
    epoch: async () => {
      const { rows } = await tx.execute<{ epoch: string }>(sql`select server_epoch as epoch from sync_meta`);
      const epoch = rows[0]?.epoch;
      if (epoch === undefined) throw new Error('the database has no epoch: it was not migrated');
      return epoch;
    },
    // Statements through `tx` go over the same connection, so they are inside.
    savepoint: (work) => tx.transaction(() => work()),
  };
}
