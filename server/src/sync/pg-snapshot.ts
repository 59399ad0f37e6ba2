import { and, eq, sql } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { mutationTable as m } from './spine-tables.ts';
import { oneOf } from './one-of.ts';
import { rowToEntry } from './pg-ledger.ts';
import { recordToStored } from './pg-rows.ts';
import { visibleRows } from './pg-visible.ts';
import type { RowKey, SnapshotTransaction, StoredRow } from './store.ts';
import { refKey, tableNamed, type SyncedTables } from './synced-table.ts';

export function pgSnapshot(tx: CompanyTransaction, companyId: string, tables: SyncedTables): SnapshotTransaction {
  const withIds = (ids: readonly string[]) => and(eq(m.companyId, companyId), oneOf(m.id, ids));
  return {
    head: async () => {
      const { rows } = await tx.execute<{ epoch: string; ver: string | null }>(sql`
        select server_epoch as epoch, (select ver from company_clock where company_id = ${companyId}) as ver
        from sync_meta`);
      const [head] = rows;
      if (head === undefined) throw new Error('the database has no epoch: it was not migrated');
      return { epoch: head.epoch, ver: Number(head.ver ?? 0) };
    },
    ...seen(tx, visibleRows(companyId, tables)),
    rows: (keys) => readRows(tx, companyId, tables, keys),
    entriesOf: async (userId, ids) => {
      if (ids.length === 0) return [];
      const rows = await tx
        .select()
        .from(m)
        .where(and(withIds(ids), eq(m.userId, userId)));
      return rows.map(rowToEntry);
    },
    knownIds: async (ids) => {
      if (ids.length === 0) return new Set();
      const rows = await tx.select({ id: m.id }).from(m).where(withIds(ids));
      return new Set(rows.map(({ id }) => id));
    },
  };
}

type Seen = Pick<SnapshotTransaction, 'visibleKeys' | 'countVisible' | 'departed'>;

function seen(tx: CompanyTransaction, visible: ReturnType<typeof visibleRows>): Seen {
  return {
    visibleKeys: async (range, after, limit) => {
      const { rows } = await tx.execute<{ ver: string; name: string; id: string }>(visible.keys(range, after, limit));
      return rows.map(({ ver, name, id }) => ({ ver: Number(ver), table: name, id }));
    },
    countVisible: async (range) => {
      const { rows } = await tx.execute<{ total: string | null }>(visible.count(range));
      return Number(rows[0]?.total ?? 0);
    },
    departed: async (range) => {
      if ((await tx.execute(visible.hasDepartures(range))).rowCount === 0) return [];
      const { rows } = await tx.execute<{ name: string; id: string }>(visible.departed(range));
      return rows.map(({ name, id }) => [name, id] as const);
    },
  };
}

async function readRows(
  tx: CompanyTransaction,
  companyId: string,
  tables: SyncedTables,
  keys: readonly RowKey[],
): Promise<ReadonlyMap<string, StoredRow>> {
  const found = new Map<string, StoredRow>();
  for (const [name, ofTable] of Map.groupBy(keys, (key) => key.table)) {
    const { table } = tableNamed(tables, name);
    const ids = ofTable.map(({ id }) => id);
    const rows = await tx
      .select()
      .from(table)
      .where(and(eq(table.companyId, companyId), oneOf(table.id, ids)));
    for (const row of rows.map(recordToStored)) found.set(refKey({ table: name, id: row.row.id }), row);
  }
  return found;
}
