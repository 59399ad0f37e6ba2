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
  const leftIn = ({ tokens, above, upTo }: VisibleRange) =>
    sql`company_id = ${companyId} and ver > ${above} and ver <= ${upTo} and audience && ${textArray(tokens)}`;
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
    /** Whether anything left someone of the scope in the range. Mostly nothing did, and this is quickly said. */
    hasDepartures: (range: VisibleRange): SQL => sql`select from departure where ${leftIn(range)} limit 1`,
    /**
     * Rows that left someone of the scope in the range, less those another token still shows. Asked row by row: as one
     * join the database reads everything the company has for a single row that left.
     */
    departed: (range: VisibleRange): SQL => {
      const cases = named.map(
        ({ name, table }) => sql`when ${name} then exists (select from ${table}
          where ${table}.id = departure.row_id and ${inScope(range)} and row_ver <= ${range.upTo})`,
      );
      return sql`select distinct row_table as name, row_id as id from departure
        where ${leftIn(range)} and not case row_table ${sql.join(cases, sql` `)} else false end`;
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
