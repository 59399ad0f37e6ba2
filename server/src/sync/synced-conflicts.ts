import { conflicts } from '@cession/shared/sync/conflict.ts';
import { conflictTable } from './spine-tables.ts';
import { syncedTable, type SyncedTables } from './synced-table.ts';

/** A conflict is seen by whoever sees the row it is about, and by the person whose value did not get in. */
export const syncedConflicts = syncedTable({
  shared: conflicts,
  table: conflictTable,
  audience: async (conflict, context) => {
    const ofRow = await context.audienceOf({ table: conflict.table, id: conflict.rowId });
    return [...ofRow, `user:${conflict.mineBy}`];
  },
});

/** The business's tables and the spine's own. A table given under the name `conflicts` takes the place of ours. */
export function withSpineTables(tables: SyncedTables): SyncedTables {
  return { [syncedConflicts.shared.name]: syncedConflicts, ...tables };
}
