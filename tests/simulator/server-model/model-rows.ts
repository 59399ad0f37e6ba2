import type { Conflict } from '@cession/shared/sync/conflict.ts';
import type { Ref } from '@cession/shared/sync/table.ts';
import type { Departure, RowTransaction, StoredRow } from '@cession/server/sync/store.ts';
import { refKey } from '@cession/server/sync/synced-table.ts';
import { SPINE, type Clock } from './model-ledger.ts';
import { SqlError, type ModelTransaction } from './model-transaction.ts';

/** Synced tables lie in the heap under their wire names with this in front. */
export const ROWS = 'rows ';
const CONFLICTS = `${ROWS}conflicts`;

export function rowAt(tx: ModelTransaction, table: string, id: string): StoredRow | null {
  const cell = tx.cells(`${ROWS}${table}`).get(id);
  return cell === undefined ? null : (tx.read(cell) as StoredRow | null); // values of these tables are stored rows
}

export function modelRows(tx: ModelTransaction): RowTransaction {
  return { ...reads(tx), ...writes(tx) };
}

function reads(tx: ModelTransaction): Pick<RowTransaction, 'lockRows' | 'existing' | 'openConflictsOf'> {
  return {
    lockRows: async (refs) => {
      const found = new Map<string, StoredRow>();
      for (const [table, ids] of idsByTable(refs)) {
        await tx.statement(`lockRows ${table}`, async () => {
          const there = ids.filter((id) => rowAt(tx, table, id) !== null);
          for (const id of there) {
            await tx.lock(tx.cell(`${ROWS}${table}`, id));
            const row = rowAt(tx, table, id);
            if (row !== null) found.set(refKey({ table, id }), row);
          }
        });
      }
      return found;
    },
    existing: async (refs) => {
      const found: string[] = [];
      for (const [table, ids] of idsByTable(refs)) {
        await tx.statement(`existing ${table}`, () => {
          for (const id of ids) if (rowAt(tx, table, id) !== null) found.push(refKey({ table, id }));
        });
      }
      return found;
    },
    openConflictsOf: ({ table, id }) =>
      tx.statement('openConflictsOf', () =>
        [...tx.cells(CONFLICTS).values()].flatMap((cell) => {
          const stored = tx.read(cell) as StoredRow | null; // as above
          const conflict = stored?.row as Conflict | undefined; // rows of this table are conflicts
          const isIt = conflict?.status === 'open' && conflict.table === table && conflict.rowId === id;
          return isIt ? [cell.key] : [];
        }),
      ),
  };
}

/** In the order everyone locks in: by table, then id. */
function idsByTable(refs: readonly Ref<unknown>[]): readonly (readonly [string, readonly string[]])[] {
  const groups = Map.groupBy(refs, (ref) => ref.table);
  return [...groups]
    .map(([table, of]) => [table, [...new Set(of.map(({ id }) => id))].toSorted()] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function writes(
  tx: ModelTransaction,
): Pick<RowTransaction, 'nextVersion' | 'insertRows' | 'replaceRows' | 'addDepartures'> {
  return {
    nextVersion: () =>
      tx.statement('nextVersion', async () => {
        const cell = tx.cell(SPINE.clock, tx.companyId);
        if (!(await tx.claim([cell]))) await tx.lock(cell);
        const ver = ((tx.read(cell) as Clock | null)?.ver ?? 0) + 1; // the one value of this table
        tx.write(cell, { companyId: tx.companyId, ver } satisfies Clock);
        return ver;
      }),
    insertRows: async (table, rows) => {
      if (rows.length === 0) return;
      await tx.statement(`insertRows ${table}`, async () => {
        for (const row of rows) {
          const cell = tx.cell(`${ROWS}${table}`, row.row.id);
          if (!(await tx.claim([cell]))) throw new SqlError('23505', `duplicate key in ${table}`);
          tx.write(cell, row);
        }
      });
    },
    replaceRows: async (table, rows) => {
      if (rows.length === 0) return;
      await tx.statement(`replaceRows ${table}`, async () => {
        for (const row of rows) {
          const cell = tx.cell(`${ROWS}${table}`, row.row.id);
          if (!(await tx.claim([cell]))) await tx.lock(cell);
          tx.write(cell, row);
        }
      });
    },
    addDepartures: (ver, departures) => addDepartures(tx, ver, departures),
  };
}

async function addDepartures(tx: ModelTransaction, ver: number, departures: readonly Departure[]): Promise<void> {
  if (departures.length === 0) return;
  await tx.statement('addDepartures', async () => {
    for (const departure of departures) {
      const cell = tx.cell(SPINE.departure, `${ver}/${departure.table}/${departure.id}`);
      if (!(await tx.claim([cell]))) throw new SqlError('23505', 'duplicate departure');
      tx.write(cell, { ver, ...departure });
    }
  });
}
