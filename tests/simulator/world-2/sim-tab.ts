/** One tab of the app on one phone: the real spine and the real sending of files over a real Dexie. */
import { createHash } from 'node:crypto';
import type { FileBox } from '@cession/client/document/file-box.ts';
import { createFileTransport } from '@cession/client/document/file-transport.ts';
import { createUploads, type Uploads } from '@cession/client/document/uploads.ts';
import type { LocalStore } from '@cession/client/store/local-store.ts';
import { createHttpTransport, type FetchIt } from '@cession/client/sync/http-transport.ts';
import type { SyncPorts } from '@cession/client/sync/ports.ts';
import { openSync, type Sync } from '@cession/client/sync/start-sync.ts';
import { mutators } from '@cession/shared/mutators.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { phoneTables } from '@cession/shared/synced-tables.ts';
import { never, type Lifeline } from '../world-1/lifeline.ts';
import type { Seams } from '../world.ts';
import type { LineEnd } from './parcel.ts';
import type { SimBrowser } from './sim-browser.ts';
import type { SimLine } from './sim-line.ts';
import type { SimTime } from './sim-time.ts';
import { createPage, createRadio } from './tab-device.ts';
import { createTabDisk, type DiskParts } from './tab-disk.ts';

export interface SimTab {
  readonly life: Lifeline;
  readonly sync: Sync;
  readonly box: FileBox;
  readonly uploads: Uploads;
  show(visible: boolean): void;
  /** The device says the network came back. */
  online(): void;
  /** Things it has asked of its disk and not heard of. */
  busy(): number;
  close(): Promise<void>;
}

export interface TabParts extends DiskParts {
  readonly index: number;
  readonly actor: SyncActor;
  readonly appVersion: string;
  readonly end: LineEnd;
  readonly line: SimLine;
  readonly time: SimTime;
  readonly browser: SimBrowser;
  readonly seams: Seams;
  readonly uuid: () => string;
  readonly rand: () => number;
  readonly clockOff: () => number;
  readonly isCut: () => boolean;
  readonly isVisible: boolean;
  /** A place between two effects: the phone may die here. */
  readonly at: (place: string) => void;
  readonly report: (surprise: unknown) => void;
}

/** Rejects with a StorageFailure where the phone has no room to begin. */
export async function openSimTab(parts: TabParts): Promise<SimTab> {
  const { seams, life } = parts;
  const step = async (place: string): Promise<void> => {
    parts.at(place);
    if (life.isDead()) await never();
  };
  const disk = createTabDisk(parts, step);
  life.onDeath(() => disk.store.close());
  const store = seams.disk?.(disk.store, { tab: parts.index, step }) ?? disk.store;
  const page = createPage(parts.isVisible);
  const radio = createRadio(parts.isCut);
  const fetchIt = parts.line.fetchFor(parts.end, life);
  const ports = portsOf(parts, { store, step, life: page, online: radio }, fetchIt);
  const sync = await openSync({ profile: parts.actor, mutators: [...mutators.values()], tables: phoneTables, ports });
  const box = seams.fileBox?.(disk.box) ?? disk.box;
  const uploads = openUploads({ parts, ports, sync, box, fetchIt });
  life.onDeath(() => {
    uploads.stop();
    ports.channel.close();
  });
  return {
    ...{ life, sync, box, uploads, busy: () => (life.isDead() ? 0 : disk.busy()) },
    show: page.show,
    online: radio.back,
    close: async () => {
      uploads.stop();
      await Promise.race([sync.close(), life.died]);
      life.die();
    },
  };
}

type OwnPorts = Pick<SyncPorts, 'step' | 'life' | 'online'> & { readonly store: LocalStore };

function portsOf(parts: TabParts, own: OwnPorts, fetchIt: FetchIt): SyncPorts {
  const { seams, time, life, report, appVersion } = parts;
  const timer = { after: (ms: number, run: () => void) => time.after(ms, run, life) };
  const http = createHttpTransport(timer, fetchIt);
  return {
    ...{ ...own, timer, report, appVersion },
    env: {
      ...{ now: () => time.now() + parts.clockOff(), mono: time.elapsed, rand: parts.rand, uuid: parts.uuid },
      hash: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
    },
    locks: parts.browser.locksOf(life),
    channel: parts.browser.channelOf(life),
    transport: seams.transport?.(http, { disk: own.store }) ?? http,
  };
}

interface UploadParts {
  readonly parts: TabParts;
  readonly ports: SyncPorts;
  readonly sync: Sync;
  readonly box: FileBox;
  readonly fetchIt: FetchIt;
}

function openUploads({ parts, ports, sync, box, fetchIt }: UploadParts): Uploads {
  const { timer, report, step, life, online, env, locks } = ports;
  const files = createFileTransport(timer, fetchIt);
  return createUploads({
    ...{ box, timer, report, step, mirror: sync.mirror, life, online, env, locks },
    lockName: `files:${parts.actor.companyId}:${parts.actor.userId}`,
    transport: parts.seams.fileTransport?.(files, { box }) ?? files,
    arrived: () => void sync.trigger('poke').catch(report),
  });
}
