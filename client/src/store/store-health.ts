import type { PageLife, Timer } from '../device/ports.ts';
import type { DexieStore } from './dexie-store.ts';

/** `mending`: the store is being opened again; `lost`: it does not open, a reload may help. */
export type StoreState = 'well' | 'mending' | 'lost';

export interface StoreHealth {
  state(): StoreState;
  subscribe(changed: () => void): () => void;
  stop(): void;
}

const PROBE_MS = 2000;
const REOPENS = 3;

/**
 * Closes the database under a hidden page, because a request in flight while iOS puts the app to sleep can jam it,
 * and makes sure that it answers again before a person writes.
 */
export function keepStoreHealthy(store: DexieStore, life: PageLife, timer: Timer): StoreHealth {
  let state: StoreState = 'well';
  const listeners = new Set<() => void>();
  const become = (next: StoreState) => {
    if (state === next) return;
    state = next;
    for (const changed of listeners) changed();
  };

  async function mend(): Promise<void> {
    for (let tries = 0; tries <= REOPENS; tries += 1) {
      if (await answersInTime(store, timer)) return become('well');
      become('mending');
      reopen(store);
    }
    become('lost');
  }

  let cancelClose = () => {};
  const sleep = () => {
    cancelClose();
    // Whoever flushes drafts on the same event goes first; a transaction under way is left to end.
    cancelClose = timer.after(0, () => (store.running() > 0 ? sleep() : letGo(store, life)));
  };
  const stop = life.watch((now) => {
    cancelClose();
    if (now === 'hidden') sleep();
    else void mend();
  });
  return {
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    stop: () => {
      cancelClose();
      stop();
    },
  };
}

function letGo(store: DexieStore, life: PageLife): void {
  if (!life.isVisible() && store.db.isOpen()) reopen(store);
}

/** Closed for now: the next transaction opens it. One that was closed for good stays closed. */
function reopen({ db }: DexieStore): void {
  if (!db.hasBeenClosed()) db.close({ disableAutoOpen: false });
}

async function answersInTime(store: DexieStore, timer: Timer): Promise<boolean> {
  let cancel = () => {};
  const tooLate = new Promise<false>((resolve) => {
    cancel = timer.after(PROBE_MS, () => resolve(false));
  });
  const answer = store
    .tx('r', ['meta'], (tx) => tx.get('meta', 'device'))
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answer, tooLate]).finally(() => cancel());
}
