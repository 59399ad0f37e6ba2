import { StaleRead } from '../db/stale-read.ts';
import { THIS_VERSION, type BufferedRow, type RowBuffer } from './row-buffer.ts';
import type { StoredRow, WriteTransaction } from './store.ts';

/**
 * Writes what changed, under one new version of the company. Taking the version is the last thing that can wait for
 * anyone; after it, only the writes and the commit. Answers the version, or null when nothing changed.
 */
export async function flushRows(tx: WriteTransaction, buffer: RowBuffer): Promise<number | null> {
  const rows = buffer.all();
  const changed = rows.filter((row) => row.isChanged);
  if (changed.length === 0) return null;
  const ver = await tx.nextVersion();
  // No row stands still that does not exist: someone may have made it since we looked. From here nobody can.
  const appeared = await tx.existing(rows.filter((row) => row.stored === null));
  if (appeared.length > 0) throw new StaleRead(`${appeared.join(', ')} appeared meanwhile`);
  const written = changed.filter((row) => row.row !== null || row.stored !== null);
  for (const [table, ofTable] of Map.groupBy(written, (row) => row.table)) {
    const isNew = Map.groupBy(ofTable, (row) => row.stored === null);
    await tx.insertRows(
      table,
      (isNew.get(true) ?? []).map((row) => toStored(row, ver)),
    );
    await tx.replaceRows(
      table,
      (isNew.get(false) ?? []).map((row) => toStored(row, ver)),
    );
  }
  await tx.addDepartures(
    ver,
    written.flatMap((row) => departureOf(row)),
  );
  return ver;
}

function toStored(entry: BufferedRow, ver: number): StoredRow {
  const row = entry.row ?? entry.stored?.row;
  if (row === undefined) throw new Error('a row that never was cannot be written');
  const meta = Object.fromEntries(
    Object.entries(entry.meta).map(([path, field]) => [path, field.ver === THIS_VERSION ? { ...field, ver } : field]),
  );
  return { ver, meta, audience: entry.audience, isLive: entry.row !== null, row };
}

/** Who saw the row before and does not any more. */
function departureOf(entry: BufferedRow) {
  const before = entry.stored?.isLive === true ? entry.stored.audience : [];
  const lost = before.filter((token) => !entry.audience.includes(token));
  return lost.length === 0 ? [] : [{ table: entry.table, id: entry.id, audience: lost }];
}
