import { conflicts as conflictsTable, type Conflict, type ConflictId } from '@cession/shared/sync/conflict.ts';
import type { AnyMutator, FieldEdits } from '@cession/shared/sync/mutator.ts';
import { mergeFields, survivingChanges, type FieldOutcome } from '@cession/shared/sync/merge-fields.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { LedgerEntry } from './ledger.ts';
import type { RowBuffer } from './row-buffer.ts';
import type { Spine } from './spine-parts.ts';
import type { WriteTransaction } from './store.ts';
import { refKey, tableNamed } from './synced-table.ts';
import { settleBase } from './trace-base.ts';
import { forgetUnseenJoins } from './unseen-joins.ts';

export interface MergedEdits {
  readonly edits: FieldEdits;
  /** Arguments with the changes that survived; null when none did. */
  readonly args: unknown;
  readonly isLeft: boolean;
  /** Paths this mutation will have written. */
  readonly written: readonly string[];
  readonly clashes: readonly Extract<FieldOutcome, { kind: 'conflict' }>[];
  /** Fields that already held the value: who had written it. */
  readonly agreed: Readonly<Record<string, string | null>> | null;
}

export interface MergeWorld {
  readonly spine: Spine;
  readonly tx: WriteTransaction;
  readonly buffer: RowBuffer;
  /** Entries of this batch as they stand after what was decided so far. */
  readonly known: (id: string) => LedgerEntry | null;
}

/** Merges a mutation's field edits with what others wrote. null: nothing to merge, it is decided as it came. */
export async function mergeEdits(
  world: MergeWorld,
  entry: LedgerEntry,
  mutator: AnyMutator,
  args: unknown,
): Promise<MergedEdits | null> {
  const edits = mutator.edits?.(args) ?? null;
  if (edits === null) return null;
  await world.buffer.load([edits.ref]);
  const { row, meta } = world.buffer.get(edits.ref);
  const fields = tableNamed(world.spine.tables, edits.ref.table).shared.fields;
  // A row that is gone is the mutator's own business: it says so in its own words.
  if (row === null || fields === null) return null;
  const settled = await settleBase(world, entry, edits, meta);
  const base = await forgetUnseenJoins(world, entry, edits, settled, { fields, row, meta });
  const outcomes = mergeFields({ fields, row, meta, base, changes: edits.changes });
  const clashes = outcomes.filter((outcome) => outcome.kind === 'conflict');
  const agreed = outcomes.filter((outcome) => outcome.kind === 'noop');
  return {
    edits,
    ...whatIsLeft(mutator, args, edits, outcomes),
    clashes,
    agreed: agreed.length === 0 ? null : Object.fromEntries(agreed.map(({ path, theirsBy }) => [path, theirsBy])),
  };
}

/** A mutator that cannot be narrowed stands or falls as a whole; a value that is there already does not fell it. */
function whatIsLeft(mutator: AnyMutator, args: unknown, edits: FieldEdits, outcomes: readonly FieldOutcome[]) {
  const surviving = survivingChanges(outcomes);
  const written = Object.keys(surviving);
  if (mutator.withChanges === undefined) {
    const isStopped = outcomes.some((outcome) => outcome.kind === 'conflict' && outcome.status === 'open');
    return { args, isLeft: !isStopped, written: isStopped ? [] : written };
  }
  if (written.length === Object.keys(edits.changes).length && isAsAsked(edits, surviving))
    return { args, isLeft: true, written };
  // An edit of nothing is decided as it came.
  if (outcomes.length === 0) return { args, isLeft: true, written };
  if (written.length === 0) return { args, isLeft: false, written };
  return { args: mutator.withChanges(args, surviving), isLeft: true, written };
}

function isAsAsked(edits: FieldEdits, surviving: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(surviving).every((path) => surviving[path] === (edits.changes[path] ?? null));
}

/**
 * Keeps both values of every clash. An edit made over one's own edit that clashed finds the one conflict there is, with
 * the new value; one made without seeing it, on another phone, opens its own. Answers the conflicts.
 */
export async function keepClashes(
  world: MergeWorld,
  entry: LedgerEntry,
  merged: MergedEdits,
  now: Instant,
): Promise<readonly Conflict[]> {
  if (merged.clashes.length === 0) return [];
  const writers = await writersOf(world, merged);
  const open = await openConflicts(world, merged.edits);
  return merged.clashes.map((clash): Conflict => {
    const earlier =
      clash.status === 'open'
        ? open.find((other) => other.path === clash.path && hasSeenMine(entry, merged.edits, other))
        : undefined;
    const writer = clash.theirsBy === null ? undefined : writers.get(clash.theirsBy);
    return {
      // A fresh id of our own making.
      id: earlier?.id ?? (world.spine.env.uuid() as ConflictId),
      table: merged.edits.ref.table,
      rowId: merged.edits.ref.id,
      path: clash.path,
      theirs: clash.theirs,
      theirsBy: writer?.userId ?? null,
      theirsAt: writer?.receivedAt ?? null,
      mine: clash.mine,
      mineBy: entry.userId,
      mineMutation: entry.id,
      status: clash.status,
      resolvedBy: null,
      resolvedAt: null,
      openedAt: earlier?.openedAt ?? now,
    };
  });
}

/** Made over the value that clashed, or decides this very conflict. */
function hasSeenMine(entry: LedgerEntry, { ref }: FieldEdits, { id, path, mineBy, mineMutation }: Conflict): boolean {
  if (mineBy !== entry.userId) return false;
  const isOver = entry.base?.[refKey(ref)]?.[path]?.by === mineMutation;
  return isOver || entry.refs.includes(refKey({ table: conflictsTable.name, id }));
}

async function writersOf(world: MergeWorld, merged: MergedEdits): Promise<ReadonlyMap<string, LedgerEntry>> {
  const ids = merged.clashes.flatMap((clash) => clash.theirsBy ?? []);
  return new Map((await world.tx.entries([...new Set(ids)])).map((entry) => [entry.id, entry]));
}

async function openConflicts(world: MergeWorld, edits: FieldEdits): Promise<readonly Conflict[]> {
  const stored = await world.tx.openConflictsOf(edits.ref);
  await world.buffer.load(stored.map((id) => ({ table: conflictsTable.name, id })));
  const key = refKey(edits.ref);
  return world.buffer
    .all()
    .filter((entry) => entry.table === conflictsTable.name && entry.row !== null)
    .map((entry) => entry.row as Conflict) // rows of the conflicts table, checked when they were written
    .filter((conflict) => conflict.status === 'open' && refKey({ table: conflict.table, id: conflict.rowId }) === key);
}
