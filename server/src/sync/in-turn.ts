import type { Timer, TimerHandle } from './env.ts';

/** Tells each of them, one after another. */
export interface InTurn<Listener> {
  /** Who already stands in line keeps their place and hears the newer version only. */
  add(listener: Listener, ver: number): void;
  remove(listener: Listener): void;
  clear(): void;
}

/** A hundred in a second: their questions take a part of one core and leave the rest to whoever waits at a desk. */
const EVERY_MS = 10;
/** A server that never rests still tells somebody now and then. */
const MOST_PASSES = 10;

/** The first is told at once; while the server has its hands full, ten times more slowly. */
export function createInTurn<Listener>(
  timer: Timer,
  isBusy: () => boolean,
  tell: (listener: Listener, ver: number) => void,
): InTurn<Listener> {
  const line = new Map<Listener, number>();
  let pausing: TimerHandle | null = null;
  let passes = 0;
  const next = (): void => {
    pausing = null;
    const [first] = line;
    if (first === undefined) return;
    const [listener, ver] = first;
    pausing = timer.after(EVERY_MS, next);
    passes += 1;
    if (passes < MOST_PASSES && isBusy()) return;
    passes = 0;
    line.delete(listener);
    tell(listener, ver);
  };
  return {
    add: (listener, ver) => {
      line.set(listener, ver);
      if (pausing === null) next();
    },
    remove: (listener) => void line.delete(listener),
    clear: () => {
      pausing?.cancel();
      pausing = null;
      line.clear();
    },
  };
}
