import { instantToMs, msToInstant, type Instant } from '@cession/shared/kernel/instant.ts';
import {
  bigint,
  customType,
  index,
  primaryKey,
  text,
  uuid,
  type ExtraConfigColumn,
  type PgColumn,
  type PgTable,
} from 'drizzle-orm/pg-core';

/** A moment. PostgreSQL keeps it as timestamptz, code sees the ISO text of `Instant`. */
export const instant = customType<{ data: Instant; driverData: string | Date }>({
  dataType: () => 'timestamp(3) with time zone',
  toDriver: (value) => msToInstant(instantToMs(value)),
  fromDriver: (value) => msToInstant(value instanceof Date ? value.getTime() : Date.parse(value)),
});

/**
 * A structured value. drizzle's own jsonb column parses texts a second time, which turns the stored tax number
 * "12345678" into a number; this one gives back what was put in.
 */
export const jsonValue = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
});

/** A message kept exactly as it was said: key order stays, and any text fits (jsonb refuses the NUL character). */
export const jsonVerbatim = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'json',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
});

/** For each field path: the version and the mutation that wrote it last. */
export type StoredMeta = Readonly<Record<string, { readonly ver: number; readonly by: string }>>;

/**
 * The columns every synced table has beside its own: whose it is, when it changed, who may see it. They belong to the
 * spine; a business row never shows them. Spread them first, and give `spineKeys` as the table's extra config.
 */
export function spineColumns<RowId extends string = string>() {
  return {
    companyId: uuid('company_id').notNull(),
    id: uuid('id').notNull().$type<RowId>(),
    rowVer: bigint('row_ver', { mode: 'number' }).notNull(),
    fieldMeta: jsonValue('field_meta').notNull().$type<StoredMeta>(),
    audience: text('audience').array().notNull(),
    deletedAt: instant('deleted_at'),
  };
}

type KeyColumns = Readonly<Record<'companyId' | 'id' | 'rowVer', ExtraConfigColumn>>;

/** Ids are unique within a company, so no company learns anything by trying another's; pulls walk by version. */
export function spineKeys(table: KeyColumns) {
  return [primaryKey({ columns: [table.companyId, table.id] }), index().on(table.companyId, table.rowVer)];
}

export type SpineColumn = 'companyId' | 'rowVer' | 'fieldMeta' | 'audience' | 'deletedAt';
export const SPINE_COLUMNS: readonly SpineColumn[] = ['companyId', 'rowVer', 'fieldMeta', 'audience', 'deletedAt'];

/** Any drizzle table that carries the spine's columns. */
export type SpineTable = PgTable & Readonly<Record<SpineColumn | 'id', PgColumn>>;
