import { Column, is, type SQL, type Table } from 'drizzle-orm';
import { below, conditionOf, type Condition, type Look } from './model-condition.ts';
import type { Cell } from './model-heap.ts';
import { heapTable, placeOf, type Place, type PlainRecord } from './model-tables.ts';
import type { ModelTransaction } from './model-transaction.ts';
import { ModelGap } from './model-words.ts';

type Fields = Readonly<Record<string, unknown>> | undefined;
/** By name of the table. */
type Found = ReadonlyMap<string, PlainRecord>;

export interface ModelQuery extends PromiseLike<readonly PlainRecord[]> {
  where(where: SQL | undefined): ModelQuery;
  innerJoin(table: Table, on: SQL): ModelQuery;
  orderBy(...by: readonly (Column | SQL)[]): ModelQuery;
  limit(most: number): ModelQuery;
  for(strength: string, options?: { readonly skipLocked?: boolean }): ModelQuery;
  /** Cells of its first table that fit now. */
  cells(): readonly Cell[];
  fits(cell: Cell): boolean;
}

export function selectFrom(tx: ModelTransaction, fields: Fields, table: Table): ModelQuery {
  const asked: Asked = {
    ...{ tx, fields, table, joins: [], condition: null, order: [] },
    ...{ most: Number.POSITIVE_INFINITY, lock: null },
  };
  const query: ModelQuery = {
    where: (where) => {
      if (where !== undefined) asked.condition = conditionOf(where);
      return query;
    },
    innerJoin: (other, on) => {
      asked.joins.push({ table: other, on: conditionOf(on) });
      return query;
    },
    orderBy: (...by) => {
      asked.order = by.map(orderOf);
      return query;
    },
    limit: (count) => {
      asked.most = count;
      return query;
    },
    for: (_strength, options) => {
      asked.lock = options?.skipLocked === true ? 'skip' : 'wait';
      return query;
    },
    cells: () => fittingCells(asked),
    fits: (cell) => foundAt(asked, cell).length > 0,
    // oxlint-disable-next-line no-thenable -- a statement of drizzle runs when somebody waits for it
    then: (fulfilled, rejected) =>
      tx.statement(`select ${heapTable(table).name}`, () => answer(asked)).then(fulfilled, rejected),
  };
  return query;
}

/** A question as far as it has been put. */
interface Asked {
  readonly tx: ModelTransaction;
  readonly fields: Fields;
  readonly table: Table;
  readonly joins: { readonly table: Table; readonly on: Condition }[];
  condition: Condition | null;
  order: readonly { readonly place: Place; readonly isDown: boolean }[];
  most: number;
  lock: 'wait' | 'skip' | null;
}

function answer(asked: Asked): readonly PlainRecord[] | Promise<readonly PlainRecord[]> {
  if (asked.lock !== null) return lockedAnswer(asked, asked.lock);
  return fitting(asked)
    .slice(0, asked.most)
    .map(({ found }) => shown(asked, found));
}

async function lockedAnswer(asked: Asked, busy: 'wait' | 'skip'): Promise<readonly PlainRecord[]> {
  const rows: PlainRecord[] = [];
  for (const cell of fittingCells(asked)) {
    if (rows.length >= asked.most) break;
    if (!(await asked.tx.lock(cell, busy))) continue;
    // As it is once it is held: it may fit no more.
    for (const found of foundAt(asked, cell)) rows.push(shown(asked, found));
  }
  return rows;
}

function fittingCells(asked: Asked): readonly Cell[] {
  return [...new Set(fitting(asked).map(({ cell }) => cell))];
}

/** In order. */
function fitting(asked: Asked): readonly { readonly cell: Cell; readonly found: Found }[] {
  const { tx, table, order } = asked;
  const all: { readonly cell: Cell; readonly found: Found }[] = [];
  for (const cell of tx.cells(heapTable(table).name).values())
    for (const found of foundAt(asked, cell)) all.push({ cell, found });
  if (order.length === 0) return all;
  return all.toSorted((a, b) => {
    for (const { place, isDown } of order) {
      const [x, y] = [lookIn(a.found)(place), lookIn(b.found)(place)];
      if (x !== y) return below(x, y) === isDown ? 1 : -1;
    }
    return 0;
  });
}

/** A row with what is joined to it, where all of it fits. */
function foundAt({ tx, table, joins, condition }: Asked, cell: Cell): readonly Found[] {
  const record = recordOf(tx, table, cell);
  if (record === null) return [];
  let found: Found[] = [new Map([[heapTable(table).sqlName, record]])];
  for (const join of joins) found = found.flatMap((row) => joinedTo(tx, row, join));
  return condition === null ? found : found.filter((row) => condition(lookIn(row)) === true);
}

function joinedTo(tx: ModelTransaction, row: Found, { table, on }: Asked['joins'][number]): Found[] {
  const { name, sqlName } = heapTable(table);
  const fit: Found[] = [];
  for (const cell of tx.cells(name).values()) {
    const record = recordOf(tx, table, cell);
    if (record === null) continue;
    const both: Found = new Map([...row, [sqlName, record]]);
    if (on(lookIn(both)) === true) fit.push(both);
  }
  return fit;
}

function recordOf(tx: ModelTransaction, table: Table, cell: Cell): PlainRecord | null {
  const value = tx.read(cell);
  return value === null ? null : heapTable(table).toRecord(tx.companyId, value);
}

function lookIn(found: Found): Look {
  return ({ table, property }) => found.get(table)?.[property] ?? null;
}

/** Whoever asked may do with it as they like. */
function shown({ fields, table }: Asked, found: Found): PlainRecord {
  if (fields === undefined) return { ...found.get(heapTable(table).sqlName) };
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      if (!is(field, Column)) throw new ModelGap(`the model of the database does not understand the field ${name}`);
      return [name, lookIn(found)(placeOf(field))];
    }),
  );
}

/** A column, or what `asc` and `desc` make of one. */
function orderOf(by: Column | SQL): { readonly place: Place; readonly isDown: boolean } {
  if (is(by, Column)) return { place: placeOf(by), isDown: false };
  const column = by.queryChunks.find((chunk) => is(chunk, Column));
  if (column === undefined) throw new ModelGap('the model of the database orders by columns only');
  return { place: placeOf(column), isDown: JSON.stringify(by.queryChunks.at(-1)).includes('desc') };
}
