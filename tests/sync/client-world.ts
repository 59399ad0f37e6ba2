import 'fake-indexeddb/auto';
import { createDexieStore } from '@cession/client/store/dexie-store.ts';
import { defineDb } from '@cession/client/store/db.ts';
import { plainCodec } from '@cession/client/store/row-codec.ts';
import type { Channel, Env, Locks, PageLife, Reach, Timer } from '@cession/client/device/ports.ts';
import type { LocalStore } from '@cession/client/store/local-store.ts';
import type { SyncPorts, Transport } from '@cession/client/sync/ports.ts';
import { openSync, type OpenSync, type Sync } from '@cession/client/sync/start-sync.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { conflicts } from '@cession/shared/sync/conflict.ts';
import { createFakeServer, type FakeServer } from './client-fake-server.ts';
import { MUTATORS, notes } from './client-notes.ts';

export const REP = { userId: 'rep', companyId: 'danube', roles: ['rep'] };

let worlds = 0;

/** A phone with one tab, a server in memory, and time that moves when told. */
export interface Phone {
  readonly sync: Sync;
  readonly server: FakeServer;
  readonly timer: ManualTimer;
  readonly life: ManualLife;
  readonly ports: SyncPorts;
  readonly surprises: unknown[];
  /** Everything that can happen now has happened. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface PhoneOptions {
  readonly server?: FakeServer;
  readonly store?: LocalStore;
  readonly timer?: ManualTimer;
  readonly channel?: Channel;
  readonly locks?: Locks | null;
  readonly life?: ManualLife;
  readonly now?: () => number;
  readonly profile?: SyncActor;
  readonly transport?: Transport;
  readonly mutators?: OpenSync['mutators'];
  readonly tables?: OpenSync['tables'];
  readonly appVersion?: string;
  readonly reach?: () => Reach;
  /** Given what to call when the device says the network is back. */
  readonly online?: (back: () => void) => void;
  readonly step?: (name: string) => void | Promise<void>;
}

export async function startPhone(options: PhoneOptions = {}): Promise<Phone> {
  const server = options.server ?? createFakeServer();
  const timer = options.timer ?? manualTimer();
  const life = options.life ?? manualLife();
  const surprises: unknown[] = [];
  const ports: SyncPorts = {
    env: fakeEnv(timer, options.now),
    timer,
    locks: options.locks ?? null,
    channel: options.channel ?? channelHub().join(),
    life,
    online: {
      probe: async () => options.reach?.() ?? 'reachable',
      watch: (back) => {
        options.online?.(back);
        return () => {};
      },
    },
    store: options.store ?? freshDexie(),
    transport: options.transport ?? server.transportFor(options.profile?.userId ?? REP.userId),
    appVersion: options.appVersion ?? '1.0.0',
    report: (surprise) => surprises.push(surprise),
    ...(options.step && { step: options.step }),
  };
  const { profile = REP, mutators = MUTATORS, tables = [notes, conflicts] } = options;
  const sync = await openSync({ profile, mutators, tables, ports });
  const settle = async () => {
    await sync.trigger('manual');
    await sync.trigger('manual');
  };
  return { sync, server, timer, life, ports, surprises, settle, close: () => sync.close() };
}

export function freshDexie(name = `world-${(worlds += 1)}`) {
  return createDexieStore(defineDb(name), plainCodec);
}

let ids = 0;

export function fakeId(): string {
  return `00000000-0000-7000-8000-${(ids += 1).toString(16).padStart(12, '0')}`;
}

function fakeEnv(timer: ManualTimer, now?: () => number): Env {
  return {
    now: now ?? (() => Date.UTC(2026, 10, 20) + timer.elapsed()),
    mono: timer.elapsed,
    rand: () => 0.5,
    uuid: fakeId,
    hash: async () => '',
  };
}

export interface ManualTimer extends Timer {
  elapsed(): number;
  /** Moves time; answers after everything due has been started. */
  advance(ms: number): Promise<void>;
  waiting(): readonly number[];
}

export function manualTimer(): ManualTimer {
  let now = 0;
  let jobs: { at: number; run: () => void }[] = [];
  return {
    elapsed: () => now,
    waiting: () => jobs.map((job) => job.at - now),
    after: (ms, run) => {
      const job = { at: now + ms, run };
      jobs.push(job);
      return () => {
        jobs = jobs.filter((other) => other !== job);
      };
    },
    advance: async (ms) => {
      const end = now + ms;
      for (;;) {
        const next = jobs.filter((job) => job.at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = Math.max(now, next.at);
        jobs = jobs.filter((job) => job !== next);
        next.run();
        await macrotask();
      }
      now = end;
    },
  };
}

/** Lets fake-indexeddb and all promises move on. */
export async function macrotask(turns = 30): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export interface ManualLife extends PageLife {
  show(visible: boolean): void;
}

export function manualLife(): ManualLife {
  let visible = true;
  const watchers = new Set<(now: 'visible' | 'hidden') => void>();
  return {
    isVisible: () => visible,
    watch: (see) => {
      watchers.add(see);
      return () => watchers.delete(see);
    },
    show: (next) => {
      visible = next;
      for (const see of watchers) see(next ? 'visible' : 'hidden');
    },
  };
}

/** Tabs of one browser hear each other, a moment later. */
export function channelHub(): { join(): Channel } {
  const members = new Set<{ hear: Set<(message: unknown) => void> }>();
  return {
    join: () => {
      const member = { hear: new Set<(message: unknown) => void>() };
      members.add(member);
      return {
        post: (message) => {
          const copy: unknown = structuredClone(message);
          for (const other of members) if (other !== member) queueMicrotask(() => other.hear.forEach((f) => f(copy)));
        },
        listen: (hear) => {
          member.hear.add(hear);
          return () => member.hear.delete(hear);
        },
        close: () => members.delete(member),
      };
    },
  };
}

/** One holder per name; the rest queue; a thief ends the holder. */
export function lockHub(): Locks {
  let holder: AbortController | null = null;
  const queue: (() => void)[] = [];
  return {
    hold: async (_name, { steal, giveUp }, work) => {
      if (holder && !steal) {
        const turn = Promise.withResolvers<void>();
        queue.push(turn.resolve);
        giveUp.addEventListener('abort', () => turn.resolve());
        await turn.promise;
        if (giveUp.aborted) return false;
      }
      holder?.abort();
      const mine = new AbortController();
      holder = mine;
      await work(mine.signal);
      if (holder === mine) {
        holder = null;
        queue.shift()?.();
      }
      return true;
    },
  };
}
