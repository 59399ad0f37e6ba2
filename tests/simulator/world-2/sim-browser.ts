/** What the tabs of one browser share: locks that die with their holder, and a channel between them. */
import type { Channel, Locks } from '@cession/client/device/ports.ts';
import type { Lifeline } from '../world-1/lifeline.ts';

export interface SimBrowser {
  locksOf(tab: Lifeline): Locks;
  channelOf(tab: Lifeline): Channel;
}

interface Seat {
  readonly tab: Lifeline;
  readonly lost: AbortController;
}

export function createSimBrowser(): SimBrowser {
  const ears = new Set<{ readonly tab: Lifeline; readonly hear: (message: unknown) => void }>();
  const locks = new Map<string, NamedLock>();
  const lockNamed = (name: string): NamedLock => {
    const lock = locks.get(name) ?? createNamedLock();
    locks.set(name, lock);
    return lock;
  };
  return {
    locksOf: (tab) => ({ hold: (name, options, work) => lockNamed(name)(tab, options, work) }),
    channelOf: (tab) => {
      const own = new Set<{ readonly tab: Lifeline; readonly hear: (message: unknown) => void }>();
      return {
        post: (message) => {
          const copy: unknown = structuredClone(message);
          for (const ear of ears) {
            if (ear.tab !== tab) queueMicrotask(() => !ear.tab.isDead() && ears.has(ear) && ear.hear(copy));
          }
        },
        listen: (hear) => {
          const ear = { tab, hear };
          ears.add(ear);
          own.add(ear);
          return () => ears.delete(ear);
        },
        close: () => {
          for (const ear of own) ears.delete(ear);
        },
      };
    },
  };
}

type Hold = Parameters<Locks['hold']>;
type NamedLock = (tab: Lifeline, options: Hold[1], work: Hold[2]) => Promise<boolean>;

function createNamedLock(): NamedLock {
  let holder: Seat | null = null;
  let queue: { readonly tab: Lifeline; readonly go: () => void }[] = [];
  const letGo = (seat: Seat): void => {
    if (holder !== seat) return;
    holder = null;
    queue = queue.filter(({ tab }) => !tab.isDead());
    queue.shift()?.go();
  };
  return async (tab, { steal, giveUp }, work) => {
    if (holder !== null && !steal) {
      const turn = Promise.withResolvers<void>();
      const place = { tab, go: turn.resolve };
      queue.push(place);
      giveUp.addEventListener('abort', () => turn.resolve());
      await turn.promise;
      if (giveUp.aborted) {
        const wasNext = !queue.includes(place);
        queue = queue.filter((other) => other !== place);
        if (wasNext && holder === null) queue.shift()?.go();
        return false;
      }
    }
    holder?.lost.abort();
    const mine: Seat = { tab, lost: new AbortController() };
    holder = mine;
    tab.onDeath(() => letGo(mine));
    try {
      await work(mine.lost.signal);
    } finally {
      // As in a browser: work that breaks lets go too.
      letGo(mine);
    }
    return true;
  };
}
