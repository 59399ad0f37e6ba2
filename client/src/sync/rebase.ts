import { isDone, isInView, type ConfirmedRow, type OutboxEntry, type ViewRow } from '../store/local-records.ts';
import type { LocalTx } from '../store/local-store.ts';
import { changeKey, decideAgain, rowAfter, type SyncKit } from './replay.ts';

/**
 * view = confirmed ⊕ pending, for the named rows and all that hang together with them through an intent.
 * Runs inside the transaction that changed the confirmed rows or the outbox
 * (stores: confirmed, view, outbox). `landed` are rows just put: they need not be read again.
 */
export async function rebase(
  tx: LocalTx,
  kit: SyncKit,
  touched: Iterable<string>,
  landed: ReadonlyMap<string, ConfirmedRow> = new Map(),
): Promise<void> {
  const scope = new Set(touched);
  if (scope.size === 0) return;
  const entries = await entangled(tx, scope);
  const unread = [...scope].filter((key) => !landed.has(key));
  const found = await tx.getMany('confirmed', unread);
  const read = new Map(unread.map((key, at) => [key, found[at]]));
  const confirmed = new Map([...scope].map((key) => [key, landed.get(key) ?? read.get(key)]));
  const rows = new Map([...confirmed].map(([key, held]) => [key, readable(kit, held)]));
  const changed = replay(kit, entries, rows, confirmed);
  await writeView(tx, rows);
  if (changed.length > 0) await tx.put('outbox', changed);
}

/** Everything decided again: for a new version of the app, whose rules or tables may differ. */
export async function rebaseAll(tx: LocalTx, kit: SyncKit): Promise<void> {
  const entries = await tx.all('outbox');
  const keys = new Set<string>();
  for (const row of await tx.all('confirmed')) keys.add(row.key);
  for (const row of await tx.all('view')) keys.add(row.key);
  for (const key of entries.flatMap((entry) => entry.ents)) keys.add(key);
  await rebase(tx, kit, keys);
}

/** The entries to replay, oldest first. `scope` grows until no entry reaches outside of it. */
async function entangled(tx: LocalTx, scope: Set<string>): Promise<readonly OutboxEntry[]> {
  for (;;) {
    const entries = (await tx.touching([...scope])).filter((entry) => isInView(entry));
    const before = scope.size;
    for (const key of entries.flatMap((entry) => [...entry.ents, ...entry.writes])) scope.add(key);
    if (scope.size === before) return entries;
  }
}

function replay(
  kit: SyncKit,
  entries: readonly OutboxEntry[],
  rows: Map<string, unknown>,
  confirmed: ReadonlyMap<string, ConfirmedRow | undefined>,
): OutboxEntry[] {
  const changed: OutboxEntry[] = [];
  for (const entry of entries) {
    if (isHome(entry, confirmed)) continue;
    const decided = decideAgain(kit, entry, (key) => rows.get(key) ?? null);
    const refusedHere = decided.ok ? null : decided.error;
    if ((refusedHere?.code ?? null) !== (entry.refusedHere?.code ?? null)) changed.push({ ...entry, refusedHere });
    if (!decided.ok) continue;
    for (const change of decided.value) rows.set(changeKey(change), rowAfter(change));
  }
  return changed;
}

/** Already part of the confirmed rows: to decide it once more would do it twice. */
function isHome(entry: OutboxEntry, confirmed: ReadonlyMap<string, ConfirmedRow | undefined>): boolean {
  const ver = entry.verdict?.ver;
  if (!isDone(entry) || ver === undefined || entry.writes.length === 0) return false;
  return entry.writes.every((key) => (confirmed.get(key)?.ver ?? -1) >= ver);
}

/** Rows of a table or shape this version of the app does not know stay confirmed and out of sight. */
function readable(kit: SyncKit, held: ConfirmedRow | undefined): unknown {
  if (held === undefined) return null;
  const table = kit.tables.get(held.table);
  return table?.schema.safeParse(held.row).success ? held.row : null;
}

async function writeView(tx: LocalTx, rows: ReadonlyMap<string, unknown>): Promise<void> {
  const kept: ViewRow[] = [];
  const gone: string[] = [];
  for (const [key, row] of rows) {
    const colon = key.indexOf(':');
    if (row === null) gone.push(key);
    else kept.push({ key, table: key.slice(0, colon), id: key.slice(colon + 1), row });
  }
  if (kept.length > 0) await tx.put('view', kept);
  if (gone.length > 0) await tx.remove('view', gone);
}
