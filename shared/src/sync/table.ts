import type * as z from 'zod/mini';

/** Points at one row of one synced table. The phantom `row` keeps its type on the way to `decide`. */
export interface Ref<Row> {
  readonly table: string;
  readonly id: string;
  readonly row?: Row;
}

/** What a mutator decides: rows to write or take away. Applied in order, in one transaction. */
export type Change =
  | { readonly op: 'put'; readonly table: string; readonly id: string; readonly row: SyncedRow }
  | { readonly op: 'remove'; readonly table: string; readonly id: string };

export interface SyncedRow {
  readonly id: string;
}

/**
 * How a clash over one field is settled when two people changed it from the same starting point:
 * - `hard`: the server keeps its value, both values become an open conflict, a person decides;
 * - `soft`: the later arrival wins, the loser is kept in the history as a settled conflict;
 * - `additive`: both are joined by the table's `join`, there is no conflict.
 */
export type MergeClass = 'hard' | 'soft' | 'additive';

/** Lets the spine see fields without knowing the business. A field is named by a path text. */
export interface FieldAccess<Row> {
  /** Every field that holds a value. */
  paths(row: Row): readonly string[];
  read(row: Row, path: string): unknown;
  mergeClass(path: string): MergeClass;
  join(path: string, theirs: unknown, mine: unknown): unknown;
}

export interface Table<Row extends SyncedRow> {
  /** The wire name. Never reused for another meaning. */
  readonly name: string;
  readonly schema: z.ZodMiniType<Row>;
  readonly fields: FieldAccess<Row> | null;
  ref(id: string): Ref<Row>;
  put(row: Row): Change;
  remove(id: string): Change;
}

export function defineTable<Row extends SyncedRow>(definition: {
  name: string;
  schema: z.ZodMiniType<Row>;
  fields?: FieldAccess<Row>;
}): Table<Row> {
  const { name, schema } = definition;
  return {
    name,
    schema,
    fields: definition.fields ?? null,
    ref: (id) => ({ table: name, id }),
    put: (row) => ({ op: 'put', table: name, id: row.id, row }),
    remove: (id) => ({ op: 'remove', table: name, id }),
  };
}
