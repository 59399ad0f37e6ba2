import type { Change } from '@cession/shared/sync/table.ts';
import { flushRows } from './flush-rows.ts';
import { createRowBuffer } from './row-buffer.ts';
import type { Spine } from './spine-parts.ts';

/**
 * Rows the server itself writes, outside any mutation: the directory of people, the company. They take a version of the
 * company like everything else, so no phone misses them.
 */
export async function writeRows(spine: Spine, companyId: string, changes: readonly Change[]): Promise<void> {
  const ver = await spine.store.write(companyId, async (tx) => {
    const buffer = createRowBuffer(tx, spine.tables);
    await buffer.apply(changes);
    return flushRows(tx, buffer);
  });
  if (ver !== null) spine.announce(companyId, ver);
}
