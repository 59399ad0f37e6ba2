import { sql, type SQL } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/pg-core';
import type { RowKey, VisibleRange } from './store.ts';
import type { SyncedTables } from './synced-table.ts';

/**
 * The one place that says who sees what: living rows of the company whose audience shares a token with the person's
 * scope. Every synced table is asked in the same words; the parts are joined in order of table name.
 */
export function visibleRows(companyId: string, tables: SyncedTables) {
  const named = Object.entries(tables)
    .map(([name, { table }]) => ({ name, table: sql.identifier(getTableConfig(table).name) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const inScope = ({ tokens }: VisibleRange) =>
    sql`company_id = ${companyId} and deleted_at is null and audience && ${textArray(tokens)}`;
  const inRange = (range: VisibleRange) =>
    sql`${inScope(range)} and row_ver > ${range.above} and row_ver <= ${range.upTo}`;
  return {
    /** The next keys in order of version, table, id. */
    keys: (range: VisibleRange, after: RowKey | null, limit: number): SQL => {
      const parts = named.map(
        ({ name, table }) => sql`(select row_ver as ver, ${name}::text as name, id from ${table}
          where ${inRange(range)} and ${comesAfter(name, after)} order by row_ver, id limit ${limit})`,
      );
      return sql`select ver, name, id from (${sql.join(parts, sql` union all `)}) as found
        order by ver, name collate "C", id limit ${limit}`;
    },
    count: (range: VisibleRange): SQL => {
      const parts = named.map(({ table }) => sql`(select count(*) as n from ${table} where ${inRange(range)})`);
      return sql`select sum(n) as total from (${sql.join(parts, sql` union all `)}) as counted`;
    },
    /** Rows that left someone of the scope in the range, less those another token still shows. */
    departed: (range: VisibleRange): SQL => {
      const still = named.map(
        ({ name, table }) =>
          sql`select ${name}::text as name, id from ${table} where ${inScope(range)} and row_ver <= ${range.upTo}`,
      );
      return sql`
        select distinct row_table as name, row_id as id from departure
        where company_id = ${companyId} and ver > ${range.above} and ver <= ${range.upTo}
          and audience && ${textArray(range.tokens)}
          and not exists (select from (${sql.join(still, sql` union all `)}) as shown
            where shown.name = row_table and shown.id = row_id)`;
    },
  };
}

/** The keyset condition within one table. Which table comes first is known here, so only numbers and ids are compared. */
function comesAfter(name: string, after: RowKey | null): SQL {
  if (after === null) return sql`true`;
  if (name < after.table) return sql`row_ver > ${after.ver}`;
  if (name > after.table) return sql`row_ver >= ${after.ver}`;
  return sql`(row_ver, id) > (${after.ver}, ${after.id}::uuid)`;
}

function textArray(values: readonly string[]): SQL {
  return sql`${sql.param([...values])}::text[]`;
}
