import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { Decision, Mutator, Refs, RowsOf, SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { Change, Ref, SyncedRow } from '@cession/shared/sync/table.ts';
import type { CompanyTransaction } from '../db/company-transaction.ts';

/** What an effect may know and use. Everything it writes is saved together with the mutation, or not at all. */
export interface EffectContext<Args = unknown, Rows = Readonly<Record<string, unknown>>> {
  /** For searches, and for tables that are not synced. Synced rows are written by returning changes. */
  readonly tx: CompanyTransaction;
  readonly actor: SyncActor;
  readonly mutationId: string;
  readonly args: Args;
  /** The rows the mutator reads, as they were before it decided. */
  readonly rows: Rows;
  readonly now: Instant;
  newId(): string;
  /** A row as it stands after everything decided so far in this transaction, locked. */
  load<Row>(ref: Ref<Row>): Promise<Row | null>;
  /** Rows of a table written by earlier mutations of this transaction, which searches through `tx` cannot see yet. */
  pending<Row extends SyncedRow>(table: { readonly name: string; ref(id: string): Ref<Row> }): readonly Row[];
}

export interface AfterContext<Args = unknown, Rows = Readonly<Record<string, unknown>>> extends EffectContext<
  Args,
  Rows
> {
  /** What the mutator decided. */
  readonly changes: readonly Change[];
}

/** What the server adds to a mutator. It may run more than once for one mutation: it acts through the transaction only. */
export interface Effect {
  /**
   * Rows it will `load`, as far as those the mutator reads tell: they are locked and read once for the whole batch.
   * What is not named here is loaded when it is asked for, one round trip each.
   */
  looksAt?(read: readonly Ref<unknown>[]): readonly Ref<unknown>[];
  /** A rule that needs a search. Asked before the mutator decides. */
  check?(context: EffectContext): Promise<Refusal | null>;
  /** Consequences: further changes, and rows in tables of its own. */
  after?(context: AfterContext): Promise<readonly Change[]>;
}

/** An effect that knows the types of its mutator's arguments and rows. */
export function effectOf<Name extends string, Args, R extends Refs, D extends Decision>(
  _mutator: Mutator<Name, Args, R, D>,
  effect: {
    check?(context: EffectContext<Args, RowsOf<R>>): Promise<Refusal | null>;
    after?(context: AfterContext<Args, RowsOf<R>>): Promise<readonly Change[]>;
  },
): Effect {
  // The spine runs the effect registered under the mutator's name with that mutator's arguments and rows.
  return effect;
}
