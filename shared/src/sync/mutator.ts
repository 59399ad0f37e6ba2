import type * as z from 'zod/mini';
import type { Instant } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import type { Refusal } from './refusal.ts';
import type { Change, Ref } from './table.ts';

/** Who performs a mutation. On the server it comes from the session, never from the message. */
export interface SyncActor {
  readonly userId: string;
  readonly companyId: string;
  readonly roles: readonly string[];
}

/** Everything a decision may know besides rows and arguments. There is no other clock and no other dice. */
export interface MutationContext {
  readonly mutationId: string;
  readonly actor: SyncActor;
  /** The device's clock when the person acted. Shown, stored, never used to order anything. */
  readonly performedAt: Instant;
  /** The server's clock when it applies the mutation. null on the phone. */
  readonly receivedAt: Instant | null;
}

export type Refs = Readonly<Record<string, Ref<unknown>>>;

/** The rows that stand behind the refs of `reads`: null where there is none (or not for this actor). */
export type RowsOf<R extends Refs> = {
  readonly [K in keyof R]: R[K] extends Ref<infer Row> ? Row | null : never;
};

/** Field changes of one row by path; null takes a field away. The spine merges them field by field. */
export interface FieldEdits {
  readonly ref: Ref<unknown>;
  readonly changes: Readonly<Record<string, unknown>>;
}

/** What `decide` may answer. */
export type Decision = Result<readonly Change[], Refusal>;

/**
 * A named, versioned, replayable intent. `decide` is synchronous and pure: the phone runs it on its view,
 * the server runs the same function on the truth.
 */
export interface Mutator<Name extends string, Args, R extends Refs, D extends Decision> {
  readonly name: Name;
  readonly version: number;
  readonly args: z.ZodMiniType<Args>;
  /** The rows the decision looks at, known from the arguments and who acts. */
  reads(args: Args, actor: SyncActor): R;
  /** For mutators that set single fields: the server merges these three-way before deciding. */
  readonly edits?: (args: Args) => FieldEdits;
  /** The same arguments with only the field changes that survived the merge. */
  readonly withChanges?: (args: Args, changes: Readonly<Record<string, unknown>>) => Args;
  decide(rows: RowsOf<R>, args: Args, context: MutationContext): D;
}

export function defineMutator<const Name extends string, Args, R extends Refs, D extends Decision>(
  mutator: Mutator<Name, Args, R, D>,
): Mutator<Name, Args, R, D> {
  return mutator;
}

/** The refusals a mutator can answer, for the exhaustive list of words. */
export type RefusalOf<M> =
  M extends Mutator<string, infer _Args, infer _R, infer D> ? Extract<D, { ok: false }>['error'] : never;

/** The arguments a mutator takes. */
export type ArgsOf<M> = M extends Mutator<string, infer Args, infer _R, infer _D> ? Args : never;

/** Any mutator, for the spine, which checks arguments by schema before it calls `decide`. */
// oxlint-disable-next-line typescript/no-explicit-any -- the spine handles mutators of every argument type
export type AnyMutator = Mutator<string, any, any, Decision>;

/** A registry keyed `name@version`; old versions stay parseable for 180 days. */
export type MutatorRegistry = ReadonlyMap<string, AnyMutator>;

export function mutatorKey(name: string, version: number): string {
  return `${name}@${version}`;
}

export function registerMutators(list: readonly AnyMutator[]): MutatorRegistry {
  const registry = new Map<string, AnyMutator>();
  for (const mutator of list) {
    const key = mutatorKey(mutator.name, mutator.version);
    if (registry.has(key)) throw new Error(`two mutators are called ${key}`);
    registry.set(key, mutator);
  }
  return registry;
}
