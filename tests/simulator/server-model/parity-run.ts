/** Runs made-up transactions side by side, one statement at a time, in an order drawn from dice. */
import { sqlState } from '@cession/server/db/sql-state.ts';
import type { ServerStore } from '@cession/server/sync/store.ts';
import type { Dice } from '../world.ts';
import { COMPANY, programOf, type Program, type ScriptMemory } from './parity-script.ts';

/** A database, and how to tell that everybody who was let go has ended or waits for a lock. */
export interface Ground {
  readonly store: ServerStore;
  settle(underWay: () => number): Promise<void>;
  passTime(): Promise<void>;
  /** Several were woken by one: which of them is first is left open. */
  isOpen?(): boolean;
}

export interface Ran {
  /** What every statement answered, in the order they ended, and who waited when. */
  readonly said: readonly string[];
  /** So many of them could not have come otherwise. */
  readonly firm: number;
}

interface Runner {
  readonly name: string;
  go: (() => void) | null;
  isDone: boolean;
}

export async function runScript(ground: Ground, dice: Dice, scriptDice: Dice, transactions: number): Promise<Ran> {
  const stage: Stage = { ground, said: [], runners: [], windowStart: 0, firm: Number.POSITIVE_INFINITY };
  const { said, runners } = stage;
  const programs = Array.from({ length: transactions }, () => programOf(scriptDice));
  const all = programs.map((program, at) => {
    const runner: Runner = { name: `t${at}`, go: null, isDone: false };
    runners.push(runner);
    return runOne(stage, runner, program);
  });
  await ground.settle(() => underWay(stage));
  while (!runners.every(({ isDone }) => isDone)) {
    const ready = runners.filter(({ go, isDone }) => !isDone && go !== null);
    if (ready.length > 0) {
      await letGo(stage, dice.pick(ready));
      continue;
    }
    // They wait in a circle. Somebody is turned away in a moment.
    stage.firm = Math.min(stage.firm, said.length);
    await ground.passTime();
  }
  await Promise.all(all);
  return { said, firm: Math.min(stage.firm, said.length) };
}

interface Stage {
  readonly ground: Ground;
  readonly said: string[];
  readonly runners: Runner[];
  /** What was said before the last one was let go. */
  windowStart: number;
  firm: number;
}

function underWay({ runners }: Stage): number {
  return runners.filter(({ go, isDone }) => !isDone && go === null).length;
}

async function runOne(stage: Stage, runner: Runner, program: Program): Promise<void> {
  const { ground, said } = stage;
  const gate = () => new Promise<void>((go) => (runner.go = go));
  await gate();
  try {
    await runProgram(ground.store, program, gate, (what) => void said.push(`${runner.name} ${what}`));
    said.push(`${runner.name} ends`);
  } catch (error) {
    const state = sqlState(error);
    // Who of a circle gives way is left open too.
    if (state === '40P01') stage.firm = Math.min(stage.firm, stage.windowStart);
    said.push(`${runner.name} fails ${state ?? String(error)}`);
  }
  runner.isDone = true;
}

async function letGo(stage: Stage, runner: Runner): Promise<void> {
  const { ground, said, runners } = stage;
  stage.windowStart = said.length;
  const { go } = runner;
  runner.go = null;
  go?.();
  await ground.settle(() => underWay(stage));
  // Who is heard first of those that went on at once is nobody's promise.
  said.push(...said.splice(stage.windowStart).toSorted());
  if (ground.isOpen?.() === true) stage.firm = Math.min(stage.firm, stage.windowStart);
  const waiting = runners.filter((one) => !one.isDone && one.go === null).map(({ name }) => name);
  if (waiting.length > 0) said.push(`waiting: ${waiting.join(' ')}`);
}

class Undone extends Error {}

async function runProgram(
  store: ServerStore,
  program: Program,
  gate: () => Promise<void>,
  say: (what: string) => void,
): Promise<void> {
  if (program.kind === 'snapshot') {
    await store.snapshot(COMPANY, async (tx) => {
      for (const { name, run } of program.statements) {
        await gate();
        say(`${name} ${plain(await run(tx))}`);
      }
    });
    return;
  }
  await store
    .write(COMPANY, async (tx) => {
      const memory: ScriptMemory = { ver: 0, locked: new Map(), entries: [] };
      for (const { name, run } of program.statements) {
        await gate();
        say(`${name} ${plain(await run(tx, memory))}`);
      }
      if (program.isUndone) throw new Undone('undone');
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
}

/** As text that is the same whatever order keys and unordered answers come in. */
export function plain(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? 'nothing';
}

function sorted(value: unknown): unknown {
  if (value instanceof Set) return [...(value as Set<unknown>)].map(sorted).toSorted(byText);
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)].map(sorted).toSorted(byText);
  if (Array.isArray(value)) {
    const inner = value.map(sorted);
    return inner.every((one) => typeof one === 'object' && one !== null && 'id' in one)
      ? inner.toSorted(byText)
      : inner;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, sorted(one)])
      .toSorted(byText),
  );
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
