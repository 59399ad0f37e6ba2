import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repoRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export type Step = {
  name: string;
  command: string;
  args: string[];
  deadlineMs?: number;
  show?: 'always' | 'on-failure';
};
export type StepResult = { name: string; ok: boolean; ms: number };

const FIVE_MINUTES = 5 * 60_000;
const ENDING = ['SIGINT', 'SIGTERM'] as const;

/** Runs one tool from the repository root. A tool that cannot start, crashes or outlives its deadline has failed. */
export async function runStep(step: Step): Promise<StepResult> {
  const started = performance.now();
  const { ok, output } = await runTool(step);
  const ms = performance.now() - started;
  console.log(`${ok ? '✓' : '✗'} ${step.name} ${(ms / 1000).toFixed(1)} s`);
  if (!ok) console.log(output.trimEnd());
  return { name: step.name, ok, ms };
}

/** Runs the steps `width` at a time and answers in the order given. */
export async function runSteps(steps: Step[], width: number): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const waiting = steps.map((step, place) => ({ step, place }));
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next.place] = await runStep(next.step);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

function runTool(step: Step): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const live = step.show === 'always';
    const child = spawn(step.command, step.args, {
      cwd: repoRoot,
      env: toolEnv(),
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
      detached: true,
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const stop = (): void => killGroup(child.pid);
    const deadline = setTimeout(() => {
      output += `\nstopped after ${(step.deadlineMs ?? FIVE_MINUTES) / 1000} s`;
      if (live) console.log(`${step.name}: stopped at its deadline`);
      stop();
    }, step.deadlineMs ?? FIVE_MINUTES);
    const finish = (ok: boolean): void => {
      clearTimeout(deadline);
      process.off('exit', stop);
      for (const signal of ENDING) process.off(signal, leave);
      resolve({ ok, output });
    };
    process.on('exit', stop);
    for (const signal of ENDING) process.on(signal, leave);
    child.on('error', (error) => {
      output += String(error);
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/** A signal's own ending would skip the exit handlers that stop the tools. */
function leave(): void {
  process.exit(1);
}

/** The tools of the workspace come before anything else of that name on the machine. */
function toolEnv(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${join(repoRoot, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}` };
}

/** A tool starts others (workers, a database, a browser); they leave with it. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // the whole group has already gone
  }
}
