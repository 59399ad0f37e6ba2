import type { PgTable } from 'drizzle-orm/pg-core';
import type { SpineColumn } from './columns.ts';

/**
 * `true` when both types have the same keys and each fits the other, else `false`. Stands beside a table as
 * `true satisfies Same<RowOf<typeof cardTable>, Card>`, so a column that drifts from its schema does not compile.
 */
export type Same<A, B> = [keyof A, A] extends [keyof B, B] ? ([keyof B, B] extends [keyof A, A] ? true : false) : false;

/** A row as the business knows it: without the columns of the spine. */
export type RowOf<T extends PgTable> = { [K in Exclude<keyof T['$inferSelect'], SpineColumn>]: T['$inferSelect'][K] };
