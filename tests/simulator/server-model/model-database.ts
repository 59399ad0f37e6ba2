import type { CompanyTransaction } from '@cession/server/db/company-transaction.ts';
import type { SQL, Table } from 'drizzle-orm';
import type { Cell } from './model-heap.ts';
import { selectFrom } from './model-select.ts';
import { heapTable, type PlainRecord } from './model-tables.ts';
import { SqlError, type ModelTransaction } from './model-transaction.ts';
import { ModelGap, textOf, valuesOf } from './model-words.ts';

/**
 * The same transaction as effects see it: drizzle's way of asking, answered from the heap. It understands what the
 * server's code says today, and refuses anything else by name.
 */
export function modelDatabase(tx: ModelTransaction): CompanyTransaction {
  const database = {
    select: (fields?: Readonly<Record<string, unknown>>) => ({ from: (table: Table) => selectFrom(tx, fields, table) }),
    insert: (table: Table) => ({
      values: (given: PlainRecord | readonly PlainRecord[]) => insertInto(tx, table, given),
    }),
    update: (table: Table) => ({
      set: (set: PlainRecord) => ({ where: (where: SQL) => update(tx, table, set, where) }),
    }),
    delete: (table: Table) => ({ where: (where: SQL) => remove(tx, table, where) }),
    execute: (statement: SQL) => execute(tx, statement),
  };
  const words: readonly string[] = Object.keys(database);
  const known = new Proxy(database, {
    get: (target, word, receiver) => {
      if (typeof word === 'symbol' || words.includes(word) || word === 'then')
        return Reflect.get(target, word, receiver);
      throw new ModelGap(`the model of the database does not understand tx.${word}`);
    },
  });
  // It answers the few words of drizzle the server's effects use; all others throw, above.
  return known as unknown as CompanyTransaction;
}

async function execute(tx: ModelTransaction, statement: SQL): Promise<{ rows: readonly unknown[]; rowCount: number }> {
  const text = textOf(statement);
  if (text.includes('pg_advisory_xact_lock')) {
    const line = String(valuesOf(statement)[0]);
    await tx.statement('advisoryLock', () => tx.lock(tx.cell('advisory lock', line)));
    return { rows: [], rowCount: 1 };
  }
  // What a company transaction says about itself when it begins; the model's begin inside their company.
  if (text.includes('set_config')) return { rows: [], rowCount: 1 };
  throw new ModelGap(`the model of the database does not understand: ${text}`);
}

function insertInto(tx: ModelTransaction, table: Table, given: PlainRecord | readonly PlainRecord[]) {
  const rows: readonly PlainRecord[] = Array.isArray(given) ? given : [given as PlainRecord]; // the one or the other
  const insert = (onTaken: (cell: Cell) => Promise<void>): Promise<void> =>
    tx.statement(`insert ${heapTable(table).name}`, async () => {
      const { name, written } = writable(table);
      for (const record of rows) {
        const cell = tx.cell(name, written.keyOf(record));
        if (await tx.claim([cell])) tx.write(cell, written.toValue(record));
        else await onTaken(cell);
      }
    });
  return {
    onConflictDoNothing: () => insert(async () => undefined),
    onConflictDoUpdate: ({ set }: { readonly set: PlainRecord }) =>
      insert(async (cell) => {
        await tx.lock(cell);
        tx.write(cell, { ...tx.read(cell), ...set });
      }),
    // oxlint-disable-next-line no-thenable -- a statement of drizzle runs when somebody waits for it
    then: laterThen(() => insert(() => Promise.reject(new SqlError('23505', 'duplicate key')))),
  };
}

function update(tx: ModelTransaction, table: Table, set: PlainRecord, where: SQL): Promise<void> {
  return tx.statement(`update ${heapTable(table).name}`, () =>
    forEachLocked(tx, table, where, (cell) => tx.write(cell, { ...tx.read(cell), ...set })),
  );
}

function remove(tx: ModelTransaction, table: Table, where: SQL): Promise<void> {
  return tx.statement(`delete ${heapTable(table).name}`, () =>
    forEachLocked(tx, table, where, (cell) => tx.write(cell, null)),
  );
}

/** Those that fit when the statement starts and still do once they are held. */
async function forEachLocked(
  tx: ModelTransaction,
  table: Table,
  where: SQL,
  work: (cell: Cell) => void,
): Promise<void> {
  const { name } = writable(table);
  const query = selectFrom(tx, undefined, table).where(where);
  for (const cell of query.cells()) {
    await tx.lock(tx.cell(name, cell.key));
    if (query.fits(cell)) work(cell);
  }
}

function writable(table: Table) {
  const { name, written } = heapTable(table);
  if (written === null) throw new Error(`${name} is written through the spine, not through statements`);
  return { name, written };
}

/** drizzle's statements run when somebody waits for them. */
export function laterThen<T>(run: () => Promise<T>): PromiseLike<T>['then'] {
  return (fulfilled, rejected) => run().then(fulfilled, rejected);
}
