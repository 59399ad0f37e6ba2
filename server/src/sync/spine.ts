import type { Result } from '@cession/shared/kernel/result.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Change } from '@cession/shared/sync/table.ts';
import type { PullResponse, PushResponse, ReconcileResponse, Verdict } from '@cession/shared/sync/protocol.ts';
import { perform, type Act } from './act.ts';
import { createLeftOverWorker, type LeftOverWorker } from './apply-left-over.ts';
import { changeRows, type RowWork } from './change-rows.ts';
import type { Timer } from './env.ts';
import { createPoke, type Poke } from './poke.ts';
import { receivePush } from './receive-push.ts';
import { reconcile } from './reconcile.ts';
import { servePull } from './serve-pull.ts';
import type { RequestRefusal, Spine, SyncParts } from './spine-parts.ts';
import type { ServerStore } from './store.ts';
import { withSpineTables } from './synced-conflicts.ts';
import { writeRows } from './write-rows.ts';

type Answer<T> = Promise<Result<T, RequestRefusal>>;

/** The server's side of the journey. `actor` always comes from the session; bodies are whatever arrived. */
export interface ServerSpine {
  receivePush(actor: SyncActor, body: unknown): Answer<PushResponse>;
  servePull(actor: SyncActor, body: unknown): Answer<PullResponse>;
  reconcile(actor: SyncActor, body: unknown): Answer<ReconcileResponse>;
  perform(actor: SyncActor, act: Act): Answer<Verdict>;
  /** Rows the server itself writes, outside any mutation. */
  writeRows(companyId: string, changes: readonly Change[]): Promise<void>;
  /** The same, after a look at rows that stay locked meanwhile. */
  changeRows(companyId: string, work: (context: RowWork) => Promise<readonly Change[]>): Promise<void>;
  readonly subscribe: Poke['subscribe'];
  readonly leftOver: LeftOverWorker;
  stop(): Promise<void>;
}

export interface SpinePorts {
  readonly store: ServerStore;
  readonly timer: Timer;
}

export function createServerSpine(parts: SyncParts, { store, timer }: SpinePorts): ServerSpine {
  const poke = createPoke({ store, timer, log: parts.log });
  const spine: Spine = { ...parts, tables: withSpineTables(parts.tables), store, announce: poke.announce };
  const leftOver = createLeftOverWorker(spine, timer);
  return {
    receivePush: (actor, body) => receivePush(spine, actor, body),
    servePull: (actor, body) => servePull(spine, actor, body),
    reconcile: (actor, body) => reconcile(spine, actor, body),
    perform: (actor, act) => perform(spine, actor, act),
    writeRows: (companyId, changes) => writeRows(spine, companyId, changes),
    changeRows: (companyId, work) => changeRows(spine, companyId, work),
    subscribe: poke.subscribe,
    leftOver,
    stop: () => {
      poke.stop();
      return leftOver.stop();
    },
  };
}
