import type { PullRequest, PullResponse, Verdict, WireRow } from '@cession/shared/sync/protocol.ts';
import { rowKey, type ConfirmedRow } from '../store/local-records.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { LocalTx } from '../store/local-store.ts';
import type { PullKit } from './pull-kit.ts';
import { rebase } from './rebase.ts';
import { fileReceipts, recordVerdicts } from './record-verdicts.ts';
import { noteContact } from './server-facts.ts';

/** One pull from its first page to its last, and what it holds that is not written down yet. */
export interface PullRun {
  readonly request: PullRequest;
  /** Where this phone stood when the pull began. */
  readonly startCursor: number;
  readonly pageWise: boolean;
  readonly reset: NonNullable<PullResponse['reset']> | null;
  readonly done: number;
  readonly rows: readonly WireRow[];
  readonly departed: PullResponse['departed'];
  readonly verdicts: readonly Verdict[];
  /** A phone that held nothing, and nobody but this pull wrote since: the commit it stands at. Else null. */
  readonly alone: number | null;
  /** Of a pull from zero: every row it brought. What it did not bring is gone. */
  readonly seen: Set<string>;
}

const STORES = ['confirmed', 'view', 'outbox', 'receipts', 'sent'] as const;

export async function applyPage(own: PullKit, run: PullRun, response: PullResponse): Promise<PullRun> {
  const alone = await own.write(STORES, async (tx) => {
    if (run.reset === 'scope' && run.seen.size === 0) await forgetAll(tx, own);
    await noteContact(tx, own.ports.env, response);
    await land(tx, own, run, response, new Set());
    await writeMeta(tx, 'firstSync', { done: run.done, total: Math.max(run.done, response.total) });
    return (await isAlone(tx, run)) && run.alone !== null ? run.alone + 1 : null;
  });
  noteSeen(run);
  return { ...run, alone, rows: [], departed: [], verdicts: [] };
}

export async function applyLastPage(own: PullKit, run: PullRun, response: PullResponse, cursor: number): Promise<void> {
  await own.write(STORES, async (tx) => {
    const server = await readMeta(tx, 'server');
    // Another tab was faster: its rows are newer than ours.
    if (server.cursor !== run.startCursor) return;
    noteSeen(run);
    const touched = run.request.cursor === 0 ? await sweep(tx, run.seen) : new Set<string>();
    await noteContact(tx, own.ports.env, response);
    await land(tx, own, run, response, touched, cursor);
    const { reconcile: isDue } = await readMeta(tx, 'server');
    // A server that knows less than we do was restored, even if nobody gave it a new epoch.
    const reconcile = isDue || run.reset === 'epoch';
    await writeMeta(tx, 'server', { epoch: response.epoch, scope: response.scope, cursor, reconcile });
    if (run.pageWise) await writeMeta(tx, 'firstSync', null);
  });
}

/** Rows, verdicts and the view that follows from them, together. */
async function land(
  tx: LocalTx,
  own: PullKit,
  run: PullRun,
  response: PullResponse,
  touched: Set<string>,
  cursor?: number,
): Promise<void> {
  const departed = run.departed.map(([table, id]) => rowKey(table, id));
  await tx.remove('confirmed', departed);
  for (const key of departed) touched.add(key);
  const landed = await putRows(tx, run);
  for (const key of landed.keys()) touched.add(key);
  for (const key of await recordVerdicts(tx, run.verdicts, response.now)) touched.add(key);
  if (cursor !== undefined) for (const key of await fileReceipts(tx, cursor, response.now)) touched.add(key);
  await rebase(tx, own.kit, touched, landed);
}

async function isAlone(tx: LocalTx, run: PullRun): Promise<boolean> {
  return run.alone !== null && (await readMeta(tx, 'counters')).rev === run.alone;
}

/** Answers the rows that are new. */
async function putRows(tx: LocalTx, run: PullRun): Promise<ReadonlyMap<string, ConfirmedRow>> {
  const rows = run.rows.map(({ table, id, ver, meta, row }): ConfirmedRow => {
    return { key: rowKey(table, id), table, id, ver, meta, row };
  });
  // After a reset the server's numbers may be lower than ours and still are the truth.
  const newer = run.reset || (await isAlone(tx, run)) ? rows : await newerThanHeld(tx, rows);
  if (newer.length > 0) await tx.put('confirmed', newer);
  return new Map(newer.map((row) => [row.key, row]));
}

async function newerThanHeld(tx: LocalTx, rows: readonly ConfirmedRow[]): Promise<readonly ConfirmedRow[]> {
  const held = await tx.getMany(
    'confirmed',
    rows.map((row) => row.key),
  );
  return rows.filter((row, at) => (held[at]?.ver ?? -1) <= row.ver);
}

function noteSeen(run: PullRun): void {
  for (const row of run.rows) run.seen.add(rowKey(row.table, row.id));
}

/** After a pull from zero: rows we hold and the server did not mention are no longer ours to see. */
async function sweep(tx: LocalTx, seen: ReadonlySet<string>): Promise<Set<string>> {
  const gone = (await tx.all('confirmed')).map((row) => row.key).filter((key) => !seen.has(key));
  await tx.remove('confirmed', gone);
  return new Set(gone);
}

/** The person may see less than before: nothing of the old view stays while the new one arrives. */
async function forgetAll(tx: LocalTx, own: PullKit): Promise<void> {
  await rebase(tx, own.kit, await sweep(tx, new Set()));
}
