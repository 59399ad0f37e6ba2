import { diceOf } from '../dice.ts';
import type { Dice } from '../world.ts';
import type { Lifeline } from './lifeline.ts';
import { createTimers, type Timers } from './timers.ts';

/**
 * The one thread of control. Whatever could happen at the same time as something else is an event here, and dice say
 * which goes next; between two events everything that follows from the first has happened.
 */
export interface Scheduler {
  now(): number;
  dice(): Dice;
  takeDice(dice: Dice): void;
  /** Runs when drawn; never, if its owner is dead by then. */
  post(event: Event): void;
  /** Resolves when drawn. */
  turn(event: Omit<Event, 'run'>): Promise<void>;
  after(ms: number, run: () => void, owner?: Lifeline): () => void;
  /** Draws events until the promise has settled. */
  until<T>(promise: Promise<T>): Promise<T>;
  /** Draws at most so many events. Answers how many there were. */
  goOn(dice: Dice, events: number): Promise<number>;
  advance(ms: number): Promise<void>;
  /** Everybody sleeps for so long; whatever fell due meanwhile happens once, on waking. */
  sleep(ms: number): Promise<void>;
}

export interface Event {
  readonly who: string;
  readonly what: string;
  readonly owner?: Lifeline | undefined;
  readonly run: () => void;
}

const STEP_MS = 1;
/** More than any honest run needs between two steps of a plan. */
const MOST_EVENTS = 20_000;
const AWAKE_MS = 10 * 60_000;

interface State {
  now: number;
  dice: Dice;
  readonly ready: Event[];
  readonly timers: Timers;
  readonly note: (at: number, event: Event) => void;
}

export function createScheduler(startMs: number, note: State['note']): Scheduler {
  const state: State = { now: startMs, dice: diceOf(0), ready: [], timers: createTimers(), note };
  return {
    now: () => state.now,
    dice: () => state.dice,
    takeDice: (next) => void (state.dice = next),
    post: (event) => void state.ready.push(event),
    turn: (event) => new Promise((resolve) => state.ready.push({ ...event, run: resolve })),
    after: (ms, run, owner) => state.timers.after(state.now + ms, run, owner),
    until: createUntil(state),
    advance: (ms) => advance(state, ms),
    sleep: (ms) => sleep(state, ms),
    goOn: async (dice, events) => {
      await drained();
      let drawn = 0;
      while (drawn < events && (await drawOne(state, dice))) drawn += 1;
      return drawn;
    },
  };
}

async function drawOne(state: State, dice: Dice): Promise<boolean> {
  const { ready, timers } = state;
  for (const run of timers.due(state.now)) ready.push({ who: 'time', what: 'falls due', run });
  if (ready.length === 0) return false;
  const [event] = ready.splice(dice.below(ready.length), 1);
  if (event === undefined || event.owner?.isDead()) return true;
  state.now += STEP_MS;
  state.note(state.now, event);
  event.run();
  await drained();
  return true;
}

async function drawAll(state: State): Promise<void> {
  await drained();
  for (let drawn = 0; drawn < MOST_EVENTS; drawn += 1) if (!(await drawOne(state, state.dice))) return;
  throw new Error(`the world does not come to rest within ${MOST_EVENTS} events`);
}

async function advance(state: State, ms: number): Promise<void> {
  const end = state.now + ms;
  const awakeUntil = Math.min(end, state.now + AWAKE_MS);
  await drawAll(state);
  for (let next = state.timers.next(); next !== null && next <= awakeUntil; next = state.timers.next()) {
    state.now = Math.max(state.now, next);
    await drawAll(state);
  }
  // Nobody stays awake for days.
  await sleep(state, end - state.now);
}

async function sleep(state: State, ms: number): Promise<void> {
  await drawAll(state);
  state.now += Math.max(0, ms);
  await drawAll(state);
}

/** Several may wait at once; one loop draws for all of them. */
function createUntil(state: State): Scheduler['until'] {
  const waiting = new Set<Promise<unknown>>();
  let jammed: PromiseWithResolvers<never> | null = null;

  async function draw(stuck: PromiseWithResolvers<never>): Promise<void> {
    await drained();
    for (let drawn = 0; waiting.size > 0; drawn += 1) {
      const isGoing = (await drawOne(state, state.dice)) || jump(state);
      if (isGoing && drawn < MOST_EVENTS) continue;
      stuck.reject(new Error(isGoing ? 'something waited for never comes' : 'everything has come to a halt'));
      await drained();
    }
    jammed = null;
  }

  return (promise) => {
    waiting.add(promise);
    if (jammed === null) {
      jammed = Promise.withResolvers();
      jammed.promise.catch(() => undefined);
      void draw(jammed);
    }
    return Promise.race([promise, jammed.promise]).finally(() => waiting.delete(promise));
  };
}

/** Nothing can happen now: the next thing that falls due makes it later. */
function jump(state: State): boolean {
  const next = state.timers.next();
  if (next !== null) state.now = Math.max(state.now, next);
  return next !== null;
}

/** Everything that only waits for promises has run: the queue of ticks comes after them, time or no time. */
function drained(): Promise<void> {
  return new Promise((resolve) => {
    process.nextTick(resolve);
  });
}
