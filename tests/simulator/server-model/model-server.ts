import type { ServerSpine } from '@cession/server/sync/spine.ts';
import { mutators } from '@cession/shared/mutators.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Verdict } from '@cession/shared/sync/protocol.ts';
import type { Backup } from './model-heap.ts';
import {
  ProcessIsDown,
  type FileDesk,
  type ModelServer,
  type ModelServerParts,
  type ProcessName,
} from './model-parts.ts';
import { startProcess, type ModelProcess } from './model-process.ts';
import { createModelStore, type ModelStore } from './model-store.ts';
import { never } from '../world-1/lifeline.ts';
import { truthOf } from './model-truth.ts';

export type { FileDesk, ModelServer, ModelServerParts, ProcessName } from './model-parts.ts';

const NAMES: readonly ProcessName[] = ['s1', 's2'];

/** The whole server of tier 1: two processes of the product's own code over one database in memory. */
export function createModelServer(parts: ModelServerParts): ModelServer {
  const store = createModelStore(parts);
  const machine = createMachine(parts, store);
  const { asking, isUp, kill, revive } = machine;
  let kept: Backup = store.backup();
  for (const name of NAMES) revive(name);
  return {
    processes: { s1: facade('s1', asking), s2: facade('s2', asking) },
    files: (name) => filesThrough(name, asking),
    ...{ isUp, kill, revive, deploy: machine.deploy, truth: truthOf(store.heap) },
    backup: () => void (kept = store.backup()),
    restore: () => {
      for (const name of NAMES) kill(name);
      store.restore(kept);
      for (const name of NAMES) revive(name);
    },
    perform: async (actor, name, args) => {
      const up = NAMES.find((one) => isUp(one));
      return up === undefined ? null : asking(up, (process) => performAt(process, parts, actor, { name, args }));
    },
    work: async () => {
      for (const name of NAMES.filter((one) => isUp(one)))
        await asking(name, async ({ spine, bounceOverdueOffers }) => {
          await spine.leftOver.runOnce(true);
          await bounceOverdueOffers();
        });
    },
    writeRows: (companyId, changes) => asking('s1', ({ spine }) => spine.writeRows(companyId, changes)),
  };
}

type Running = ModelProcess & { isDead: boolean };
type Asking = <T>(name: ProcessName, ask: (process: ModelProcess) => Promise<T>) => Promise<T>;

/** What runs the processes. */
interface Machine extends Pick<ModelServer, 'isUp' | 'kill' | 'revive' | 'deploy'> {
  /** Whoever asked a process that died hears nothing. */
  readonly asking: Asking;
}

function createMachine(parts: ModelServerParts, store: ModelStore): Machine {
  const running = new Map<ProcessName, Running>();
  /** Of the version before, ending what they have begun. */
  const leaving: Record<ProcessName, Running[]> = { s1: [], s2: [] };
  let version: 'today' | 'yesterday' = 'today';
  const start = (name: ProcessName): void =>
    void running.set(name, { ...startProcess(parts, store.forProcess(name), version), isDead: false });
  return {
    asking: (name, ask) => heardFrom(parts, name, running.get(name), ask),
    isUp: (name) => running.has(name),
    revive: (name) => {
      if (!running.has(name)) start(name);
    },
    kill: (name) => {
      for (const process of [running.get(name), ...leaving[name].splice(0)]) {
        if (process === undefined) continue;
        process.isDead = true;
        process.stop();
      }
      running.delete(name);
      store.crashProcess(name);
    },
    deploy: (next) => {
      if (next === version) return;
      version = next;
      for (const [name, process] of [...running]) {
        leaving[name].push(process);
        start(name);
      }
    },
  };
}

async function heardFrom<T>(
  { surprise }: ModelServerParts,
  name: ProcessName,
  process: Running | undefined,
  ask: (process: ModelProcess) => Promise<T>,
): Promise<T> {
  if (process === undefined) throw new ProcessIsDown(`${name} is down`);
  try {
    const answer = await ask(process);
    return process.isDead ? await never() : answer;
  } catch (error) {
    if (process.isDead) return never();
    surprise?.(error);
    throw error;
  }
}

function facade(name: ProcessName, asking: Asking): ServerSpine {
  return {
    receivePush: (...given) => asking(name, ({ spine }) => spine.receivePush(...given)),
    servePull: (...given) => asking(name, ({ spine }) => spine.servePull(...given)),
    reconcile: (...given) => asking(name, ({ spine }) => spine.reconcile(...given)),
    perform: (...given) => asking(name, ({ spine }) => spine.perform(...given)),
    writeRows: (...given) => asking(name, ({ spine }) => spine.writeRows(...given)),
    changeRows: (...given) => asking(name, ({ spine }) => spine.changeRows(...given)),
    subscribe: () => {
      throw new Error('pokes are made by the world');
    },
    leftOver: {
      start: () => undefined,
      stop: async () => undefined,
      runOnce: (everything) => asking(name, ({ spine }) => spine.leftOver.runOnce(everything)),
    },
    stop: async () => undefined,
  };
}

function filesThrough(name: ProcessName, asking: Asking): FileDesk {
  return {
    parts: (...given) => asking(name, ({ files }) => files.parts(...given)),
    put: (...given) => asking(name, ({ files }) => files.put(...given)),
    complete: (...given) => asking(name, ({ files }) => files.complete(...given)),
  };
}

/** What a browser at a desk does. `queue.next` is the button of that name: it claims whatever comes first. */
async function performAt(
  { spine, claimNext }: ModelProcess,
  { now, uuid }: ModelServerParts,
  actor: SyncActor,
  { name, args }: { readonly name: string; readonly args: unknown },
): Promise<Verdict | null> {
  const id = uuid();
  if (name === 'queue.next') {
    const claimed = await claimNext(actor, id);
    return { id, state: claimed === null ? 'noop' : 'applied' };
  }
  const newest = Math.max(1, ...[...mutators.values()].filter((one) => one.name === name).map(({ version: v }) => v));
  const verdict = await spine.perform(actor, { id, name, v: newest, args, at: msToInstant(now()) });
  return verdict.ok ? verdict.value : null;
}
