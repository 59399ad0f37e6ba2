/**
 * Requests that run at the same time, over connections of their own, one SQL statement at a time: dice say whose is
 * next. Whoever waits for another's lock waits as in life, and goes on when it is let go.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '@cession/server/db/client.ts';
import type { Dice } from '../world.ts';

/** Stands before every statement of a request. */
export interface Gate {
  pass(): Promise<void>;
}

const gates = new AsyncLocalStorage<Gate>();

/** Every statement of this pool asks the gate of the request it belongs to. */
export function gateStatements(database: Database): void {
  database.$client.on('connect', (client) => {
    // A connection that is cut off under a request is what some worlds are about.
    client.on('error', () => undefined);
    const query = client.query.bind(client) as (...given: unknown[]) => unknown; // one of its many overloads, passed on
    const gated = (...given: unknown[]): unknown => {
      const gate = gates.getStore();
      return gate === undefined ? query(...given) : gate.pass().then(() => query(...given));
    };
    Object.assign(client, { query: gated });
  });
}

export function throughGate<T>(gate: Gate, work: () => Promise<T>): Promise<T> {
  return gates.run(gate, work);
}

interface Runner {
  readonly waiting: (() => void)[];
  isDone: boolean;
}

export async function interleave<T>(
  works: readonly (() => Promise<T>)[],
  dice: Dice,
  lockWaits: () => Promise<number>,
): Promise<readonly T[]> {
  const runners: Runner[] = works.map(() => ({ waiting: [], isDone: false }));
  const results = works.map((work, at) => {
    const runner = runners[at] as Runner; // as many as works
    const gate = { pass: () => new Promise<void>((go) => runner.waiting.push(go)) };
    return throughGate(gate, work).finally(() => {
      runner.isDone = true;
    });
  });
  const all = Promise.all(results);
  all.catch(() => undefined);
  while (runners.some(({ isDone }) => !isDone)) {
    await allStand(runners, lockWaits);
    const ready = runners.filter(({ waiting }) => waiting.length > 0);
    if (ready.length > 0) dice.pick(ready).waiting.shift()?.();
  }
  return all;
}

const LOOK_AFTER_TURNS = 200;
const MOST_TURNS = 50_000;

/** Each is at a gate, done, or held by a lock of another. */
async function allStand(runners: readonly Runner[], lockWaits: () => Promise<number>): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    const moving = runners.filter(({ isDone, waiting }) => !isDone && waiting.length === 0).length;
    if (moving === 0) return;
    const somebodyElseMay = runners.some(({ waiting }) => waiting.length > 0);
    // Where all that still move wait for locks of those who stand, somebody who stands has to go on.
    if (turn % LOOK_AFTER_TURNS === 0 && somebodyElseMay && (await lockWaits()) >= moving) {
      const still = runners.filter(({ isDone, waiting }) => !isDone && waiting.length === 0).length;
      if (still === moving) return;
    }
    // What one waits for may be in the hands of another within the process.
    if (turn > MOST_TURNS && somebodyElseMay) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
