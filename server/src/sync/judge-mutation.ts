import { conflicts as conflictsTable } from '@cession/shared/sync/conflict.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import { sameValue } from '@cession/shared/sync/merge-fields.ts';
import type { AnyMutator, Decision, SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { Change, Ref, SyncedRow } from '@cession/shared/sync/table.ts';
import type { Effect, EffectContext } from './effect.ts';
import { actorOf, type LedgerEntry } from './ledger.ts';
import { keepClashes, mergeEdits, type MergedEdits, type MergeWorld } from './merge-edits.ts';
import type { Spine } from './spine-parts.ts';
import { refKey, tableNamed } from './synced-table.ts';

export type Judgement =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'done';
      readonly state: 'applied' | 'conflict' | 'noop';
      readonly conflicts: readonly string[];
      readonly agreed: Readonly<Record<string, string | null>> | null;
    };

export interface JudgeWorld extends MergeWorld {
  readonly companyId: string;
  readonly now: Instant;
}

/**
 * Decides one mutation on the rows as they stand: right, merge, search, decision, consequences.
 * What it writes goes into the buffer. A refusal leaves no trace there; a throw is undone by the caller.
 */
export async function judgeMutation(
  world: JudgeWorld,
  entry: LedgerEntry,
  mutator: AnyMutator,
  asked: unknown,
): Promise<Judgement> {
  const actor = actorOf(world.companyId, entry);
  const refs: Readonly<Record<string, Ref<unknown>>> = mutator.reads(asked, actor);
  await world.buffer.load(Object.values(refs));
  const rows = Object.fromEntries(Object.entries(refs).map(([name, ref]) => [name, world.buffer.get(ref).row]));
  const denied = world.spine.authorise(actor, entry.name, rows, asked);
  if (denied !== null) return { kind: 'refused', refusal: denied };
  const merged = await mergeEdits(world, entry, mutator, asked);
  const decide = (args: unknown): Decision =>
    mutator.decide(rows, args, { mutationId: entry.id, actor, performedAt: entry.performedAt, receivedAt: world.now });
  if (merged !== null && !merged.isLeft) {
    // Whoever may not do this learns nothing about the row, neither from a clash nor from an agreement.
    const inFull = decide(asked);
    return inFull.ok ? writeNothing(world, entry, merged) : { kind: 'refused', refusal: inFull.error };
  }
  const args = merged === null ? asked : merged.args;
  const effect = effectNamed(world.spine, entry.name);
  const context = effectContext(world, entry, actor, args, rows);
  const found = (await effect?.check?.(context)) ?? null;
  if (found !== null) return { kind: 'refused', refusal: found };
  const decision = decide(args);
  if (!decision.ok) return { kind: 'refused', refusal: decision.error };
  return writeDecision(world, entry, merged, { changes: decision.value, effect, context });
}

/** Every field was already so, or clashed. */
async function writeNothing(world: JudgeWorld, entry: LedgerEntry, merged: MergedEdits): Promise<Judgement> {
  const kept = await keepClashes(world, entry, merged, world.now);
  await world.buffer.apply(kept.map((conflict) => conflictsTable.put(conflict)));
  const state = kept.length > 0 ? 'conflict' : 'noop';
  return { kind: 'done', state, conflicts: kept.map(({ id }) => id), agreed: merged.agreed };
}

interface Decided {
  readonly changes: readonly Change[];
  readonly effect: Effect | null;
  readonly context: EffectContext;
}

async function writeDecision(
  world: JudgeWorld,
  entry: LedgerEntry,
  merged: MergedEdits | null,
  { changes, effect, context }: Decided,
): Promise<Judgement> {
  const { buffer } = world;
  await buffer.load(changes);
  const written = fieldsWritten(world, changes);
  await buffer.apply(changes);
  for (const { ref, paths } of written) buffer.markWritten(ref, paths, entry.id);
  if (merged !== null) buffer.markWritten(merged.edits.ref, merged.written, entry.id);
  const kept = merged === null ? [] : await keepClashes(world, entry, merged, world.now);
  await buffer.apply(kept.map((conflict) => conflictsTable.put(conflict)));
  const further = (await effect?.after?.({ ...context, changes })) ?? [];
  await buffer.apply(further);
  await followWithConflicts(world, [...changes, ...further]);
  const isNothing = changes.length + further.length + kept.length === 0;
  const hasOpen = kept.some(({ status }) => status === 'open');
  return {
    kind: 'done',
    state: hasOpen ? 'conflict' : isNothing ? 'noop' : 'applied',
    conflicts: kept.map(({ id }) => id),
    agreed: merged?.agreed ?? null,
  };
}

/**
 * Fields a mutator sets without saying so as edits: they get a writer all the same, so that an edit made without seeing
 * them clashes instead of overwriting. What a new row starts with has none.
 */
function fieldsWritten({ buffer, spine }: JudgeWorld, changes: readonly Change[]) {
  return changes.flatMap((change) => {
    if (change.op !== 'put') return [];
    const { fields } = tableNamed(spine.tables, change.table).shared;
    const before = buffer.get(change).row;
    if (fields === null || before === null) return [];
    const candidates = new Set([...fields.paths(before), ...fields.paths(change.row)]);
    const read = (row: SyncedRow, path: string): unknown => fields.read(row, path) ?? null;
    const paths = [...candidates].filter((path) => !sameValue(read(before, path), read(change.row, path)));
    return [{ ref: change, paths }];
  });
}

/** Whoever may now see a row sees the open conflicts about it; whoever may no longer does not. */
async function followWithConflicts({ buffer, tx }: JudgeWorld, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    if (change.table === conflictsTable.name) continue;
    const { stored, audience } = buffer.get(change);
    if (stored === null || stored.audience.join() === audience.join()) continue;
    const refs = (await tx.openConflictsOf(change)).map((id) => ({ table: conflictsTable.name, id }));
    await buffer.load(refs);
    const rows = refs.flatMap((ref) => buffer.get(ref).row ?? []);
    await buffer.apply(rows.map((row) => ({ op: 'put', table: conflictsTable.name, id: row.id, row })));
  }
}

export function effectNamed({ effects }: Pick<Spine, 'effects'>, name: string): Effect | null {
  return Object.hasOwn(effects, name) ? (effects[name] ?? null) : null;
}

function effectContext(
  { tx, buffer, spine, now }: JudgeWorld,
  entry: LedgerEntry,
  actor: SyncActor,
  args: unknown,
  rows: Readonly<Record<string, unknown>>,
): EffectContext {
  return {
    tx: tx.database,
    actor,
    mutationId: entry.id,
    args,
    rows,
    now,
    newId: () => spine.env.uuid(),
    load: async <Row>(ref: Ref<Row>) => {
      await buffer.load([ref]);
      // Rows are checked against the schema of their table when they are written.
      return buffer.get(ref).row as Row | null;
    },
    pending: <Row extends SyncedRow>(table: { readonly name: string; ref(id: string): Ref<Row> }) =>
      buffer
        .all()
        .filter((row) => row.table === table.name && row.isChanged && row.row !== null)
        .map((row) => row.row as Row), // as above
  };
}

/** Rows a mutation looks at, as `table:id`. Empty when even that cannot be told. */
export function refsOf(mutator: AnyMutator, args: unknown, actor: SyncActor): readonly string[] {
  try {
    const refs: Readonly<Record<string, Ref<unknown>>> = mutator.reads(args, actor);
    return Object.values(refs).map((ref) => refKey(ref));
  } catch {
    return [];
  }
}
