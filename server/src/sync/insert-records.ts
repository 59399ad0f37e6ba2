import { getTableColumns, getTableName, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

/**
 * `insert into <table> (…) select … from` one JSON parameter, however many rows: thousands of single parameters cost
 * more to prepare than to store. Records are keyed as the table's columns are in code; what a record leaves out is
 * null, and a column no record names keeps its default. What follows (`on conflict …`) is appended by the caller.
 */
export function insertRecords(table: PgTable, records: readonly Readonly<Record<string, unknown>>[]): SQL {
  const named = new Set(records.flatMap((record) => Object.keys(record)));
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => named.has(key));
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ');
  const types = columns.map(([, column]) => `"${column.name}" ${column.getSQLType()}`).join(', ');
  const rows = records.map((record) =>
    Object.fromEntries(columns.map(([key, column]) => [column.name, driverValue(column, record[key])])),
  );
  const into = sql.raw(`insert into "${getTableName(table)}" (${names}) select ${names} from json_to_recordset(`);
  return sql`${into}${JSON.stringify(rows)}::json${sql.raw(`) as given(${types})`)}`;
}

/** JSON travels as it is, arrays as JSON arrays; the rest as its column writes it for the database. */
function driverValue(column: PgColumn, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  const type = column.getSQLType();
  return type.startsWith('json') || type.endsWith(']') ? value : column.mapToDriverValue(value);
}
