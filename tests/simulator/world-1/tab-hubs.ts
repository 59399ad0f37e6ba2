import type { Channel, Locks, PageLife } from '@cession/client/device/ports.ts';
import type { Lifeline } from './lifeline.ts';
import type { Scheduler } from './scheduler.ts';

interface Holder {
  readonly life: Lifeline;
  readonly stolen: AbortController;
}

interface Desk {
  readonly holders: Map<string, Holder>;
  readonly queues: Map<string, (() => void)[]>;
}

/** The locks of one browser: one holder per name, the rest queue, and whoever dies lets go. */
export function createLockHub(): { ofTab(life: Lifeline): Locks } {
  const desk: Desk = { holders: new Map(), queues: new Map() };
  const { holders } = desk;
  return {
    ofTab: (life) => ({
      hold: async (name, { steal, giveUp }, work) => {
        if (!steal && !(await myTurn(desk, name, life, giveUp))) return false;
        holders.get(name)?.stolen.abort();
        const mine: Holder = { life, stolen: new AbortController() };
        holders.set(name, mine);
        life.onDeath(() => letGo(desk, name, mine));
        try {
          await work(mine.stolen.signal);
        } finally {
          letGo(desk, name, mine);
        }
        return true;
      },
    }),
  };
}

function letGo({ holders, queues }: Desk, name: string, mine: Holder): void {
  if (holders.get(name) !== mine) return;
  holders.delete(name);
  queues.get(name)?.shift()?.();
}

async function myTurn({ holders, queues }: Desk, name: string, life: Lifeline, giveUp: AbortSignal): Promise<boolean> {
  while (holders.has(name)) {
    const turn = Promise.withResolvers<void>();
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    queue.push(turn.resolve);
    const leave = () => {
      const place = queue.indexOf(turn.resolve);
      if (place !== -1) queue.splice(place, 1);
      turn.resolve();
    };
    giveUp.addEventListener('abort', leave, { once: true });
    life.onDeath(leave);
    await turn.promise;
    if (!giveUp.aborted && !life.isDead()) continue;
    // Whoever was about to have the lock passes it on.
    if (!holders.has(name)) queue.shift()?.();
    return false;
  }
  return !giveUp.aborted;
}

/** Tabs of one browser hear each other, some time later. */
export function createChannelHub(scheduler: Scheduler, phone: string): { join(life: Lifeline): Channel } {
  const members = new Set<{ readonly life: Lifeline; readonly hear: Set<(message: unknown) => void> }>();
  return {
    join: (life) => {
      const me = { life, hear: new Set<(message: unknown) => void>() };
      members.add(me);
      life.onDeath(() => members.delete(me));
      return {
        post: (message) => {
          if (members.size < 2) return;
          const copy: unknown = structuredClone(message);
          for (const other of members) {
            if (other === me) continue;
            const run = () => {
              for (const hear of other.hear) hear(copy);
            };
            scheduler.post({ who: phone, what: 'tab hears tab', owner: other.life, run });
          }
        },
        listen: (hear) => {
          me.hear.add(hear);
          return () => me.hear.delete(hear);
        },
        close: () => members.delete(me),
      };
    },
  };
}

export interface SimLife extends PageLife {
  show(visible: boolean): void;
}

export function createSimLife(): SimLife {
  let isVisible = true;
  const watchers = new Set<(now: 'visible' | 'hidden') => void>();
  return {
    isVisible: () => isVisible,
    watch: (see) => {
      watchers.add(see);
      return () => watchers.delete(see);
    },
    show: (next) => {
      if (next === isVisible) return;
      isVisible = next;
      for (const see of [...watchers]) see(next ? 'visible' : 'hidden');
    },
  };
}
