import type { SpineLog, Timer, TimerHandle } from './env.ts';
import { createInTurn } from './in-turn.ts';
import type { ServerStore } from './store.ts';

export type PokeListener = (ver: number) => void;

/** `at-once` for somebody who waits before a screen; `in-turn` where there are many and a few seconds cost nothing. */
export type PokeManner = 'at-once' | 'in-turn';

/**
 * Says "something changed in this company" to whoever listens in this process. It carries no data: listeners ask for
 * it. Changes made by other processes are found by asking for all clocks at once, only while someone listens.
 */
export interface Poke {
  /** Answers how to stop. A listener that throws is dropped. */
  subscribe(companyId: string, listener: PokeListener, manner?: PokeManner): () => void;
  announce(companyId: string, ver: number): void;
  stop(): void;
}

/** What another process has changed is known here after this long: people wait for it. One small question each time. */
const LOOK_EVERY_MS = 50;

interface PokeWorld {
  readonly store: Pick<ServerStore, 'versions' | 'isBusy'>;
  readonly timer: Timer;
  readonly log: SpineLog;
}

export function createPoke({ store, timer, log }: PokeWorld): Poke {
  const ears = createEars({ store, timer, log });
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
    subscribe: (companyId, listener, manner = 'at-once') => {
      const leave = ears.add(companyId, listener, manner);
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

interface Ear {
  readonly listener: PokeListener;
  readonly manner: PokeManner;
  leave(): void;
}

/** Who listens, and the last version each company's listeners heard. */
function createEars({ store, timer, log }: PokeWorld) {
  const ears = new Map<string, Set<Ear>>();
  const heard = new Map<string, number>();
  const tell = (ear: Ear, ver: number): void => tellOrDrop(ear, ver, log);
  const inTurn = createInTurn(timer, () => store.isBusy?.() === true, tell);
  const remove = (companyId: string, ear: Ear): void => {
    inTurn.remove(ear);
    const ofCompany = ears.get(companyId);
    ofCompany?.delete(ear);
    if (ofCompany?.size !== 0) return;
    ears.delete(companyId);
    heard.delete(companyId);
  };
  return {
    companies: () => [...ears.keys()],
    add: (companyId: string, listener: PokeListener, manner: PokeManner) => {
      const ear: Ear = { listener, manner, leave: () => remove(companyId, ear) };
      ears.set(companyId, (ears.get(companyId) ?? new Set()).add(ear));
      return ear.leave;
    },
    announce: (companyId: string, ver: number): void => {
      if (ver <= (heard.get(companyId) ?? -1)) return;
      const ofCompany = ears.get(companyId);
      if (ofCompany === undefined) return;
      heard.set(companyId, ver);
      for (const ear of ofCompany) {
        if (ear.manner === 'in-turn') inTurn.add(ear, ver);
        else tell(ear, ver);
      }
    },
    clear: () => {
      ears.clear();
      inTurn.clear();
    },
  };
}

function tellOrDrop(ear: Ear, ver: number, log: SpineLog): void {
  try {
    ear.listener(ver);
  } catch (error) {
    ear.leave();
    log.warn('poke.listener-failed', { error });
  }
}
