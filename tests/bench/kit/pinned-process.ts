/** A program of a benchmark in a process of its own, on a core of its own where the machine can do that. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Pinned {
  readonly pid: number;
  /** Asks a program made with `answerAsks`. */
  ask<Answer>(question: object): Promise<Answer>;
  /** User and system time it has used so far. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

interface Launch {
  readonly script: string;
  readonly core: 0 | 1;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

const canPin = process.platform === 'linux' && spawnSync('taskset', ['-c', '0', 'true']).status === 0;

/** Answers once it has said `ready`, or at once where `isReady` is given and says so. */
export async function startPinned(launch: Launch, isReady?: () => Promise<boolean>): Promise<Pinned> {
  const child = spawnOn(launch);
  const waiting = listen(child);
  const pid = child.pid ?? 0;
  const gone = new Promise<never>((_, reject) => {
    child.once('exit', (code, signal) => reject(new Error(`${launch.script} ended with ${code ?? signal}`)));
  });
  gone.catch(() => undefined);
  await Promise.race([gone, isReady === undefined ? waiting.ready : until(isReady)]);
  return {
    pid,
    ask: <Answer>(question: object) => Promise.race([gone, waiting.ask<Answer>(question)]),
    cpuSeconds: () => cpuSecondsOf(pid),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), 8000);
      await ended;
      clearTimeout(insist);
    },
  };
}

/** In the program itself: answers what `Pinned.ask` asks, one question at a time, and says that it is ready. */
export function answerAsks(answer: (question: never) => Promise<unknown>): void {
  process.on('message', (message: { id: number; question: never }) => {
    answer(message.question).then(
      (value) => process.send?.({ id: message.id, value }),
      (error: unknown) =>
        process.send?.({ id: message.id, failed: error instanceof Error ? error.stack : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
  // Left by itself, so that a profile is written.
  process.on('SIGTERM', () => process.exit(0));
  process.send?.({ ready: true });
}

/** What a process and all it has started have used; PostgreSQL works in children of its first process. */
export function cpuSecondsOfFamily(parent: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/u.test(name) && statOf(Number(name))?.parent === parent,
  );
  const own = statOf(parent);
  return (
    (own?.used ?? 0) + (own?.ofEndedChildren ?? 0) + children.reduce((sum, pid) => sum + cpuSecondsOf(Number(pid)), 0)
  );
}

export function parentOf(pid: number): number {
  return statOf(pid)?.parent ?? 0;
}

function spawnOn({ script, core, env = {}, args = [] }: Launch): ChildProcess {
  // Where somebody wants to see what costs: a folder for CPU profiles, one for each program.
  const profile = process.env['BENCH_PROFILE'];
  const node = [
    process.execPath,
    ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
    script,
  ];
  const [command = '', ...rest] = [...(canPin ? ['taskset', '-c', String(core)] : []), ...node, ...args];
  const child = spawn(command, rest, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: process.env['TZ'], ...env },
    // What a program says goes to stderr: stdout carries the result alone.
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  });
  const follow = (): void => void child.kill('SIGKILL');
  process.once('exit', follow);
  child.once('exit', () => process.off('exit', follow));
  return child;
}

interface Waiting {
  readonly ready: Promise<void>;
  ask<Answer>(question: object): Promise<Answer>;
}

function listen(child: ChildProcess): Waiting {
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  child.on('message', (message: { ready?: true; id?: number; value?: unknown; failed?: string }) => {
    if (message.ready === true) return isReady();
    const turn = open.get(message.id ?? -1);
    open.delete(message.id ?? -1);
    if (message.failed === undefined) turn?.resolve(message.value);
    else turn?.reject(new Error(message.failed));
  });
  return {
    ready,
    ask: <Answer>(question: object) =>
      new Promise<Answer>((resolve, reject) => {
        last += 1;
        // The program answers the question it was asked; both sides stand in one folder.
        open.set(last, { resolve: (value) => resolve(value as Answer), reject });
        child.send({ id: last, question });
      }),
  };
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const TICKS_PER_SECOND = 100;

function cpuSecondsOf(pid: number): number {
  return statOf(pid)?.used ?? Number.NaN;
}

function statOf(pid: number): { parent: number; used: number; ofEndedChildren: number } | null {
  try {
    // The name stands in brackets and may hold blanks; the numbers begin behind it.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (field: number): number => fields[field - 3] ?? 0;
    return {
      parent: at(4),
      used: (at(14) + at(15)) / TICKS_PER_SECOND,
      ofEndedChildren: (at(16) + at(17)) / TICKS_PER_SECOND,
    };
  } catch {
    return null;
  }
}
