import type { SpineLog, Timer, TimerHandle } from './env.ts';
import type { ServerStore } from './store.ts';

export type PokeListener = (ver: number) => void;

/**
 * Says "something changed in this company" to whoever listens in this process. It carries no data: listeners ask for
 * it. Changes made by other processes are found by asking for all clocks at once, only while someone listens.
 */
export interface Poke {
  /** Answers how to stop. A listener that throws is dropped. */
  subscribe(companyId: string, listener: PokeListener): () => void;
  announce(companyId: string, ver: number): void;
  stop(): void;
}

const LOOK_EVERY_MS = 400;

interface PokeWorld {
  readonly store: Pick<ServerStore, 'versions'>;
  readonly timer: Timer;
  readonly log: SpineLog;
}

export function createPoke({ store, timer, log }: PokeWorld): Poke {
  const ears = createEars(log);
  let next: TimerHandle | null = null;
  let stopped = false;
  const look = async (): Promise<void> => {
    try {
      // The first look after someone came always pokes: something may have changed since they read.
      for (const [companyId, ver] of await store.versions(ears.companies())) ears.announce(companyId, ver);
    } catch (error) {
      log.warn('poke.look-failed', { error });
    }
  };
  const schedule = (): void => {
    if (next !== null || stopped || ears.companies().length === 0) return;
    next = timer.after(LOOK_EVERY_MS, () => {
      void look().finally(() => {
        next = null;
        schedule();
      });
    });
  };
  return {
    subscribe: (companyId, listener) => {
      const leave = ears.add(companyId, listener);
      schedule();
      return leave;
    },
    announce: ears.announce,
    stop: () => {
      stopped = true;
      next?.cancel();
      ears.clear();
    },
  };
}

/** Who listens, and the last version each company's listeners heard. */
function createEars(log: SpineLog) {
  const listeners = new Map<string, Set<PokeListener>>();
  const heard = new Map<string, number>();
  const remove = (companyId: string, listener: PokeListener): void => {
    const ofCompany = listeners.get(companyId);
    ofCompany?.delete(listener);
    if (ofCompany?.size !== 0) return;
    listeners.delete(companyId);
    heard.delete(companyId);
  };
  return {
    companies: () => [...listeners.keys()],
    add: (companyId: string, listener: PokeListener) => {
      listeners.set(companyId, (listeners.get(companyId) ?? new Set()).add(listener));
      return () => remove(companyId, listener);
    },
    announce: (companyId: string, ver: number): void => {
      if (ver <= (heard.get(companyId) ?? -1)) return;
      const ofCompany = listeners.get(companyId);
      if (ofCompany === undefined) return;
      heard.set(companyId, ver);
      for (const listener of ofCompany) tell(listener, ver, () => remove(companyId, listener), log);
    },
    clear: () => listeners.clear(),
  };
}

function tell(listener: PokeListener, ver: number, drop: () => void, log: SpineLog): void {
  try {
    listener(ver);
  } catch (error) {
    drop();
    log.warn('poke.listener-failed', { error });
  }
}
