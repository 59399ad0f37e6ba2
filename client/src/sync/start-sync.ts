import { registerMutators, type AnyMutator, type SyncActor } from '@cession/shared/sync/mutator.ts';
import { leadInOneTab } from '../device/one-tab-leader.ts';
import { createBasis, type Basis } from './basis.ts';
import type { Drafts } from './drafts.ts';
import { findMeta, writeMeta } from './meta.ts';
import type { Mirror } from './mirror.ts';
import { createOutbox, purgeDiscarded, type Outbox } from './outbox.ts';
import { createPerform, type Perform } from './perform.ts';
import { StorageFailure } from '../store/local-store.ts';
import { type SyncPorts } from './ports.ts';
import { rebaseAll } from './rebase.ts';
import type { AnyTable, SyncKit } from './replay.ts';
import type { LoopBoard } from './loop-board.ts';
import { createSyncLoop, type SyncLoop, type Trigger } from './sync-loop.ts';
import { createWrite, type ChangedElsewhere, type Write } from './write.ts';

/** Everything the app holds of the spine, for one signed-in person in one company. */
export interface Sync {
  readonly perform: Perform;
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  readonly mirror: Mirror;
  readonly board: LoopBoard;
  readonly deviceId: string;
  /** "Sync now", after a sign-in, and for pokes. */
  trigger(why: Trigger): Promise<void>;
  close(): Promise<void>;
}

export interface OpenSync {
  readonly profile: SyncActor;
  readonly mutators: readonly AnyMutator[];
  readonly tables: readonly AnyTable[];
  readonly ports: SyncPorts;
  /** Where screens have already begun to read and type. */
  readonly basis?: Basis;
}

export async function openSync(given: OpenSync): Promise<Sync> {
  const { profile, ports } = given;
  const kit = toKit(given);
  const basis = given.basis ?? createBasis(ports);
  const { mirror, drafts, board } = basis;
  const write = createWrite(ports, mirror.apply);
  const deviceId = await prepare(ports, kit, write);
  await basis.load();
  const loop = createSyncLoop({ ports, kit, write, sending: board.sending }, board);
  const save = createPerform({ ports, kit, mirror }, write, () => background(ports, loop.trigger('perform')));
  const stop = wire(ports, profile, mirror, drafts, loop);
  // From here on other tabs are heard; what they did while nobody listened is looked for.
  background(ports, mirror.loadRest().then(mirror.catchUp));
  return {
    ...{ drafts, mirror, board, deviceId, trigger: loop.trigger },
    perform: settlingDrafts(save, drafts),
    outbox: createOutbox(ports.store, mirror, kit, write),
    close: async () => {
      stop();
      await drafts.flush();
      ports.channel.close();
      ports.store.close();
    },
  };
}

function toKit({ profile, mutators, tables }: OpenSync): SyncKit {
  return {
    actor: profile,
    mutators: registerMutators(mutators),
    tables: new Map(tables.map((table) => [table.name, table])),
  };
}

/** First start: a device id. New version of the app: everything decided again by its rules. */
async function prepare(ports: SyncPorts, kit: SyncKit, write: Write): Promise<string> {
  return write(['confirmed', 'view', 'outbox'], async (tx) => {
    const known = await findMeta(tx, 'device');
    const device = known ?? { deviceId: ports.env.uuid(), incarnation: ports.env.uuid() };
    if (!known) await writeMeta(tx, 'device', device);
    await purgeDiscarded(tx);
    if ((await findMeta(tx, 'app'))?.version !== ports.appVersion) {
      await rebaseAll(tx, kit);
      await writeMeta(tx, 'app', { version: ports.appVersion });
    }
    return device.deviceId;
  });
}

/** A late save of the form must not bring back the draft that the mutation has replaced. */
function settlingDrafts(save: Perform, drafts: Drafts): Perform {
  return async (mutator, args, options = {}) => {
    const restore = options.draft === undefined ? null : drafts.settle(options.draft);
    const outcome = await save(mutator, args, options).catch((surprise: unknown) => {
      restore?.();
      throw surprise;
    });
    if (!outcome.ok) restore?.();
    return outcome;
  };
}

/** Every reason to sync, and everything that must happen before the page may be killed. */
function wire(ports: SyncPorts, profile: SyncActor, mirror: Mirror, drafts: Drafts, loop: SyncLoop): () => void {
  const now = (work: Promise<unknown>) => background(ports, work);
  const lead = () => {
    loop.lead();
    now(loop.trigger('start'));
  };
  const leader = leadInOneTab(ports, `sync:${profile.companyId}:${profile.userId}`, { lead, stop: loop.stop });
  const stops = [
    ports.channel.listen((message) => {
      if (!isChangedElsewhere(message)) return;
      now(mirror.hear(message));
      // The tab that saved may not be the one that sends.
      if (message.keys.outbox.length > 0) now(loop.trigger('perform'));
    }),
    ports.life.watch((seen) => {
      if (seen === 'hidden') now(drafts.flush());
      else now(mirror.catchUp().then(() => loop.trigger('visible')));
    }),
    ports.online.watch(() => now(loop.trigger('online'))),
  ];
  return () => {
    for (const stop of stops) stop();
    leader.stop();
    loop.stop();
  };
}

function background(ports: SyncPorts, work: Promise<unknown>): void {
  work.catch((failure: unknown) => {
    // A phone that cannot read now is read again when it is next seen.
    if (!(failure instanceof StorageFailure)) ports.report(failure);
  });
}

function isChangedElsewhere(message: unknown): message is ChangedElsewhere {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'changed';
}
