import { mutators } from '@cession/shared/mutators.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { phoneTables } from '@cession/shared/synced-tables.ts';
import type { Channel, Env, Locks, Online, Timer } from '@cession/client/device/ports.ts';
import type { FileBox } from '@cession/client/document/file-box.ts';
import { createUploads, type Uploads } from '@cession/client/document/uploads.ts';
import type { LocalStore } from '@cession/client/store/local-store.ts';
import type { SyncPorts } from '@cession/client/sync/ports.ts';
import { openSync, type Sync } from '@cession/client/sync/start-sync.ts';
import type { Seams } from '../world.ts';
import { sha256Of } from './front-door.ts';
import { never, type Lifeline } from './lifeline.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimDisk } from './sim-disk.ts';
import { createSimFileBox } from './sim-file-box.ts';
import type { SimLine } from './sim-line.ts';
import { createSimLife, type SimLife } from './tab-hubs.ts';

/** One open page of the app: the real spine and the real sending of files on simulated ports. */
export interface SimTab {
  readonly life: Lifeline;
  readonly page: SimLife;
  readonly sync: Sync;
  readonly uploads: Uploads;
  readonly box: FileBox;
  readonly env: Env;
}

export interface TabParts {
  readonly phone: string;
  readonly number: number;
  readonly actor: SyncActor;
  readonly appVersion: string;
  readonly scheduler: Scheduler;
  readonly disk: SimDisk;
  readonly line: SimLine;
  readonly locks: { ofTab(life: Lifeline): Locks };
  readonly channels: { join(life: Lifeline): Channel };
  readonly seams: Seams;
  readonly clockOffMs: () => number;
  readonly uuid: () => string;
  readonly report: (surprise: unknown) => void;
  /** Reached a place where a crash may have been ordered. */
  readonly at: (place: string) => void;
  readonly watchOnline: Online['watch'];
}

const MUTATORS = [...mutators.values()];

export async function openTab(parts: TabParts, life: Lifeline): Promise<SimTab> {
  const { seams, line, actor } = parts;
  const page = createSimLife();
  const env = envOf(parts);
  const plainBox = createSimFileBox(parts.disk, userOf(parts, life));
  const box = seams.fileBox?.(plainBox) ?? plainBox;
  const ports = portsOf(parts, life, page, env);
  const sync = await openSync({ profile: actor, mutators: MUTATORS, tables: phoneTables, ports });
  const transport = line.fileTransport(life);
  const uploads = createUploads({
    ...{ env, box, mirror: sync.mirror, timer: ports.timer, locks: ports.locks, life: page, online: ports.online },
    ...{ report: parts.report, step: ports.step, lockName: `files:${actor.companyId}:${actor.userId}` },
    transport: seams.fileTransport?.(transport, { box }) ?? transport,
    arrived: () => void sync.trigger('poke').catch(parts.report),
  });
  life.onDeath(() => uploads.stop());
  return { life, page, sync, uploads, box, env };
}

/** The disk as this tab sees it, with whatever a seeded bug puts between the two. */
export function tabDisk(parts: TabParts, life: Lifeline): LocalStore {
  const { disk, seams, number, scheduler, phone } = parts;
  const plain = disk.openedBy(userOf(parts, life));
  const step = async (what: string): Promise<void> => {
    parts.at(what);
    await scheduler.turn({ who: phone, what, owner: life });
  };
  return seams.disk?.(plain, { tab: number, step }) ?? plain;
}

function portsOf(parts: TabParts, life: Lifeline, page: SimLife, env: Env): SyncPorts {
  const { scheduler, line, seams, phone } = parts;
  const store = tabDisk(parts, life);
  const transport = line.transport(life);
  const timer: Timer = { after: (ms, run) => scheduler.after(ms, run, life) };
  return {
    ...{ env, timer, store, life: page, appVersion: parts.appVersion, report: parts.report },
    locks: parts.locks.ofTab(life),
    channel: parts.channels.join(life),
    transport: seams.transport?.(transport, { disk: store }) ?? transport,
    online: {
      watch: parts.watchOnline,
      probe: async () => {
        await scheduler.turn({ who: phone, what: 'probes', owner: life });
        return line.isCut() ? 'unreachable' : 'reachable';
      },
    },
    step: async (place) => {
      parts.at(place);
      if (life.isDead()) await never();
    },
  };
}

function userOf({ phone, at }: TabParts, life: Lifeline) {
  return { name: phone, life, at };
}

function envOf({ scheduler, clockOffMs, uuid }: TabParts): Env {
  return {
    now: () => scheduler.now() + clockOffMs(),
    mono: () => scheduler.now(),
    rand: () => scheduler.dice().below(1_000_000) / 1_000_000,
    uuid,
    hash: async (bytes) => sha256Of(bytes),
  };
}
