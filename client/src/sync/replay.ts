import { err, type Result } from '@cession/shared/kernel/result.ts';
import {
  mutatorKey,
  type AnyMutator,
  type MutationContext,
  type MutatorRegistry,
  type SyncActor,
} from '@cession/shared/sync/mutator.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { Change, SyncedRow, Table } from '@cession/shared/sync/table.ts';
import { rowKey, type OutboxEntry } from '../store/local-records.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the spine handles tables of every row type
export type AnyTable = Table<any>;

/** Who is signed in and what this app can do; handed in once, by the app. */
export interface SyncKit {
  readonly actor: SyncActor;
  readonly mutators: MutatorRegistry;
  readonly tables: ReadonlyMap<string, AnyTable>;
}

export type LookUp = (key: string) => unknown;

/** The keys of the rows a mutator looks at, by the name it gives them. */
export function readKeys(mutator: AnyMutator, args: unknown, actor: SyncActor): ReadonlyMap<string, string> {
  const refs: Record<string, { table: string; id: string }> = mutator.reads(args, actor);
  return new Map(Object.entries(refs).map(([name, ref]) => [name, rowKey(ref.table, ref.id)]));
}

export function decideOn(
  mutator: AnyMutator,
  args: unknown,
  context: MutationContext,
  look: LookUp,
): Result<readonly Change[], Refusal> {
  const rows: Record<string, unknown> = {};
  for (const [name, key] of readKeys(mutator, args, context.actor)) rows[name] = look(key) ?? null;
  return mutator.decide(rows, args, context);
}

/** Decides a stored intent again. What this app cannot read or decide is left out of the view and still travels. */
export function decideAgain(kit: SyncKit, entry: OutboxEntry, look: LookUp): Result<readonly Change[], Refusal> {
  const mutator = kit.mutators.get(mutatorKey(entry.name, entry.v));
  const parsed = mutator?.args.safeParse(entry.args);
  if (!mutator || !parsed?.success) return err({ code: 'outbox.unreadable' });
  const context: MutationContext = {
    mutationId: entry.id,
    actor: kit.actor,
    performedAt: entry.at,
    receivedAt: null,
  };
  try {
    return decideOn(mutator, parsed.data, context, look);
  } catch {
    // A decision that breaks on newer rows must not keep all other rows from coming home.
    return err({ code: 'outbox.unreadable' });
  }
}

export function changeKey(change: Change): string {
  return rowKey(change.table, change.id);
}

export function rowAfter(change: Change): SyncedRow | null {
  return change.op === 'put' ? change.row : null;
}
