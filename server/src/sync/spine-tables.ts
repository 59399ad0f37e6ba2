import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { Conflict, ConflictId } from '@cession/shared/sync/conflict.ts';
import type { Base, Verdict, VerdictState } from '@cession/shared/sync/protocol.ts';
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant, jsonValue, jsonVerbatim, spineColumns, spineKeys } from '../db/columns.ts';
import type { RowOf, Same } from '../db/same.ts';

/** One row. The epoch changes when the server is restored from a backup, so that phones notice. */
export const syncMetaTable = pgTable('sync_meta', {
  one: boolean('one').primaryKey().default(true),
  serverEpoch: uuid('server_epoch').notNull().defaultRandom(),
  /** Which database this was when it was last opened: cluster, timeline, number. Another one means it was restored. */
  place: text('place'),
});

/** The company's version. Taken last in every writing transaction, so its order is the order of commits. */
export const companyClockTable = pgTable('company_clock', {
  companyId: uuid('company_id').primaryKey(),
  ver: bigint('ver', { mode: 'number' }).notNull().default(0),
});

/** Phones and what still waits on them: the office sees one that went dark. */
export const deviceTable = pgTable(
  'device',
  {
    companyId: uuid('company_id').notNull(),
    id: uuid('id').notNull(),
    userId: text('user_id').notNull(),
    incarnation: uuid('incarnation').notNull(),
    app: text('app').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    pendingCount: bigint('pending_count', { mode: 'number' }).notNull(),
    oldestPendingAt: text('oldest_pending_at').$type<Instant>(),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.id] })],
);

/** The ledger: every mutation ever received, with its verdict. Rows are never taken away. */
export const mutationTable = pgTable(
  'mutation',
  {
    companyId: uuid('company_id').notNull(),
    id: uuid('id').notNull(),
    userId: text('user_id').notNull(),
    /** What the person was when the mutation arrived: the right to do it is judged by this. */
    roles: text('roles').array().notNull(),
    /** Null for what was done at the desk, online. */
    deviceId: uuid('device_id'),
    incarnation: uuid('incarnation'),
    seq: bigint('seq', { mode: 'number' }),
    name: text('name').notNull(),
    version: bigint('v', { mode: 'number' }).notNull(),
    args: jsonVerbatim('args'),
    argsHash: text('args_hash').notNull(),
    base: jsonVerbatim('base').$type<Base>(),
    deps: uuid('deps').array().notNull(),
    supersedes: uuid('supersedes'),
    /** Rows it reads, as `table:id`: later mutations of the same device on them wait their turn. */
    refs: text('refs').array().notNull(),
    /** The phone's clock, word for word. Nothing is computed from it. */
    performedAt: text('performed_at').notNull().$type<Instant>(),
    receivedAt: instant('received_at').notNull(),
    state: text('state').notNull().$type<VerdictState>(),
    verdict: jsonVerbatim('verdict').$type<Verdict>(),
    attempts: smallint('attempts').notNull().default(0),
    failure: text('failure'),
    waitsFor: uuid('waits_for').array().notNull(),
    /** For fields that already held the value asked for: the mutation that had written it. */
    agreed: jsonVerbatim('agreed').$type<Readonly<Record<string, string | null>>>(),
  },
  (table) => [
    primaryKey({ columns: [table.companyId, table.id] }),
    unique('mutation_device_seq').on(table.companyId, table.deviceId, table.incarnation, table.seq),
    index('mutation_open')
      .on(table.companyId, table.deviceId, table.incarnation, table.seq)
      .where(sql`state in ('received', 'held')`),
    index('mutation_quarantined')
      .on(table.companyId)
      .where(sql`state = 'quarantined'`),
    index('mutation_supersedes')
      .on(table.companyId, table.supersedes)
      .where(sql`supersedes is not null`),
  ],
);

/** A message that used the id of another one. Both are kept; the office looks into it. */
export const disputedMutationTable = pgTable(
  'disputed_mutation',
  {
    companyId: uuid('company_id').notNull(),
    id: uuid('id').notNull(),
    argsHash: text('args_hash').notNull(),
    userId: text('user_id').notNull(),
    deviceId: uuid('device_id'),
    message: jsonVerbatim('message').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.id, table.argsHash] })],
);

/** Who lost sight of which row, and when: their phones put it away. */
export const departureTable = pgTable(
  'departure',
  {
    companyId: uuid('company_id').notNull(),
    ver: bigint('ver', { mode: 'number' }).notNull(),
    rowTable: text('row_table').notNull(),
    rowId: uuid('row_id').notNull(),
    audience: text('audience').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.ver, table.rowTable, table.rowId] })],
);

export const conflictTable = pgTable(
  'conflict',
  {
    ...spineColumns<ConflictId>(),
    table: text('row_table').notNull(),
    rowId: text('row_id').notNull(),
    path: text('path').notNull(),
    theirs: jsonValue('theirs'),
    theirsBy: text('theirs_by'),
    theirsAt: instant('theirs_at'),
    mine: jsonValue('mine'),
    mineBy: text('mine_by').notNull(),
    mineMutation: text('mine_mutation').notNull(),
    status: text('status').notNull().$type<Conflict['status']>(),
    resolvedBy: text('resolved_by'),
    resolvedAt: instant('resolved_at'),
    openedAt: instant('opened_at').notNull(),
  },
  (table) => [...spineKeys(table), index('conflict_of_row').on(table.companyId, table.table, table.rowId)],
);
true satisfies Same<RowOf<typeof conflictTable>, Conflict>;
