/** One real PostgreSQL for a whole test run, with a migrated template every test database is cloned from. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

type Running = { url: string; stop(): Promise<void> };
type Shared = { users: number; running: Promise<Running> };

/** Each vitest project loads this file anew in the same process, so what they share hangs on the process. */
const slot: { [key: symbol]: Shared | undefined } = globalThis;
const KEY = Symbol.for('cession.tests.postgres');

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (slot[KEY] ??= { users: 0, running: startHost() });
  shared.users += 1;
  project.provide('postgresUrl', (await shared.running).url);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    slot[KEY] = undefined;
    await (await shared.running).stop();
  };
}

/** For whoever needs one outside a test run: the template is in it, nothing else. */
export async function startHost(): Promise<Running> {
  const host = spawn(process.execPath, [join(import.meta.dirname, 'postgres-host.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => host.once('exit', () => resolve()));
  return {
    url: await firstLine(host),
    stop: () => {
      host.stdin.end();
      return ended;
    },
  };
}

function firstLine(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    host.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('\n')) resolve(said.trim());
    });
    host.once('error', reject);
    host.once('exit', (code) => reject(new Error(`PostgreSQL for the tests did not start (${code})`)));
  });
}
