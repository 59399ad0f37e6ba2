import type { LedgerEntry } from '@cession/server/sync/ledger.ts';
import type { StoredRow } from '@cession/server/sync/store.ts';
import { withSpineTables } from '@cession/server/sync/synced-conflicts.ts';
import { tables } from '@cession/server/tables.ts';
import { getTableColumns, getTableName, is, SQL, type Column, type Table } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { Value } from './model-heap.ts';
import { SPINE } from './model-ledger.ts';
import { ROWS } from './model-rows.ts';

export type PlainRecord = Readonly<Record<string, unknown>>;

/** How a table of the database lies in the heap. */
export interface HeapTable {
  readonly name: string;
  readonly sqlName: string;
  /** A value as drizzle would read it, by property. Of one value always the same record. */
  toRecord(companyId: string, value: Value): PlainRecord;
  /** Only tables an effect keeps by itself are written through statements; null for the spine's own. */
  readonly written: { toValue(record: PlainRecord): Value; keyOf(record: PlainRecord): string } | null;
}

const wireNames = new Map(
  Object.entries(withSpineTables(tables)).map(([wire, { table }]) => [getTableName(table), wire]),
);
const known = new Map<string, HeapTable>();

export function heapTable(table: Table): HeapTable {
  const name = getTableName(table);
  let found = known.get(name);
  if (found === undefined) {
    const described = describe(table, name);
    known.set(name, (found = { ...described, sqlName: name, toRecord: remembered(described.toRecord) }));
  }
  return found;
}

/** Values never change, and each belongs to one company. */
function remembered(toRecord: HeapTable['toRecord']): HeapTable['toRecord'] {
  const records = new WeakMap<Value, PlainRecord>();
  return (companyId, value) => {
    let record = records.get(value);
    if (record === undefined) records.set(value, (record = toRecord(companyId, value)));
    return record;
  };
}

function describe(table: Table, name: string): Omit<HeapTable, 'sqlName'> {
  const wire = wireNames.get(name);
  if (wire !== undefined) return { name: `${ROWS}${wire}`, toRecord: rowRecord, written: null };
  if (name === SPINE.mutation) return { name, toRecord: entryRecord, written: null };
  const spine: readonly string[] = Object.values(SPINE);
  if (spine.includes(name)) return { name, toRecord: (companyId, value) => ({ companyId, ...value }), written: null };
  const keys = primaryKeyOf(table);
  return {
    name,
    toRecord: (_companyId, value) => ({ ...value }),
    written: {
      toValue: (record) => withDefaults(table, record),
      keyOf: (record) => keys.map((key) => String(record[key])).join('/'),
    },
  };
}

function rowRecord(companyId: string, value: Value): PlainRecord {
  const { ver, meta, audience, isLive, row } = value as StoredRow; // values of synced tables are stored rows
  const deletedAt = isLive ? null : '1970-01-01T00:00:00.000Z';
  return { ...row, companyId, rowVer: ver, fieldMeta: meta, audience, deletedAt };
}

function entryRecord(companyId: string, value: Value): PlainRecord {
  const entry = value as LedgerEntry; // values of this table are entries
  const { device } = entry;
  const place = { deviceId: device?.id ?? null, incarnation: device?.incarnation ?? null, seq: device?.seq ?? null };
  return { ...entry, ...place, companyId };
}

function primaryKeyOf(table: Table): readonly string[] {
  const config = getTableConfig(table as PgTable); // every table of the server is one
  const columns = config.primaryKeys[0]?.columns ?? config.columns.filter(({ primary }) => primary);
  return columns.map((column) => placeOf(column).property);
}

function withDefaults(table: Table, record: PlainRecord): Value {
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([key, column]) => {
      const given = record[key] ?? column.defaultFn?.() ?? column.default ?? null;
      if (is(given, SQL)) throw new Error(`the model does not know what ${column.name} starts with`);
      return [key, given];
    }),
  );
}

/** Where a column is found in what has been read. */
export interface Place {
  /** The name of its table. */
  readonly table: string;
  /** The name the column has in code. */
  readonly property: string;
}

const places = new WeakMap<Column, Place>();

export function placeOf(column: Column): Place {
  let place = places.get(column);
  if (place === undefined) {
    const property = Object.entries(getTableColumns(column.table)).find(([, one]) => one.name === column.name)?.[0];
    if (property === undefined) throw new Error(`${column.name} is no column of its table`);
    places.set(column, (place = { table: getTableName(column.table), property }));
  }
  return place;
}
