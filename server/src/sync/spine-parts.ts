import type { MutatorRegistry, SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { Effect } from './effect.ts';
import type { Env, SpineLog } from './env.ts';
import type { ServerStore } from './store.ts';
import type { SyncedTables } from './synced-table.ts';

/** The business, handed in as lists. */
export interface SyncParts {
  readonly mutators: MutatorRegistry;
  readonly tables: SyncedTables;
  /** By mutator name. */
  readonly effects: Readonly<Record<string, Effect>>;
  /** May this person do this to these rows? A row of another company is null here, like one that never was. */
  authorise(
    actor: SyncActor,
    mutationName: string,
    rows: Readonly<Record<string, unknown>>,
    args: unknown,
  ): Refusal | null;
  readonly env: Env;
  readonly log: SpineLog;
}

/** What the parts of the spine share. */
export interface Spine extends SyncParts {
  readonly store: ServerStore;
  /** Called after a commit that changed rows. */
  announce(companyId: string, ver: number): void;
}

/** A request that was not taken in at all; nothing changed. `status` is the HTTP status that says so. */
export interface RequestRefusal {
  readonly status: 400 | 409 | 413 | 426;
  readonly code: string;
  readonly message: string;
}
