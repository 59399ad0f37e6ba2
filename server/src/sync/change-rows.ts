import type { Change, Ref } from '@cession/shared/sync/table.ts';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { flushRows } from './flush-rows.ts';
import { createRowBuffer } from './row-buffer.ts';
import type { Spine } from './spine-parts.ts';

export interface RowWork {
  /** For searches and for tables that are not synced. */
  readonly tx: CompanyTransaction;
  /** A row as it stands, locked until the end. */
  load<Row>(ref: Ref<Row>): Promise<Row | null>;
}

/**
 * Rows the server itself changes after looking at them: what `work` reads stays locked, what it answers is written
 * under one version of the company, together with what it did through `tx`. May run more than once.
 */
export async function changeRows(
  spine: Spine,
  companyId: string,
  work: (context: RowWork) => Promise<readonly Change[]>,
): Promise<void> {
  const ver = await spine.store.write(companyId, async (tx) => {
    const buffer = createRowBuffer(tx, spine.tables);
    const load = async <Row>(ref: Ref<Row>): Promise<Row | null> => {
      await buffer.load([ref]);
      // Rows are checked against the schema of their table when they are written.
      return buffer.get(ref).row as Row | null;
    };
    await buffer.apply(await work({ tx: tx.database, load }));
    return flushRows(tx, buffer);
  });
  if (ver !== null) spine.announce(companyId, ver);
}
