import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from './run-step.ts';

export type AppEnv = Record<string, string>;

/** A real server in its own process, as `start` runs it, so a test can kill it and start it again. */
export type AppProcess = {
  url: string;
  /** Everything the server printed so far, over all its lives. */
  logs(): string;
  /** Resolves when the process is gone. SIGKILL by default: no goodbye. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same port and data; resolves when it answers. */
  restart(): Promise<void>;
  /** A polite end, for afterAll. */
  stop(): Promise<void>;
};

const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 10_000;

/**
 * `env` carries DATABASE_URL (a test database), or DATA_DIR where an embedded one is to survive `stop`, and whatever the
 * story needs. Nothing of the machine's own environment or data folder is used.
 */
export async function startApp(env: AppEnv): Promise<AppProcess> {
  const port = env['PORT'] ?? String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const printed: string[] = [];
  const ownDataDir = mkdtempSync(join(tmpdir(), 'cession-data-'));
  const launch = (): Promise<ChildProcess> =>
    launchServer({ HOST: '127.0.0.1', DATA_DIR: ownDataDir, ...env, PORT: port }, url, printed);
  let child = await launch().catch((error: unknown) => {
    rmSync(ownDataDir, { recursive: true, force: true });
    throw error;
  });
  const kill = (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => end(child, signal);
  return {
    url,
    logs: () => printed.join(''),
    kill,
    restart: async () => {
      await kill();
      child = await launch();
    },
    stop: async () => {
      // only the app can end the embedded database a killed app left running
      if (hasEnded(child) && !env['DATABASE_URL']) child = await launch();
      await kill('SIGTERM');
      rmSync(ownDataDir, { recursive: true, force: true });
    },
  };
}

async function launchServer(env: AppEnv, url: string, printed: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(repoRoot, 'server', 'src', 'app', 'main.ts')], {
    cwd: repoRoot,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: process.env['TZ'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  // a test run that is itself stopped leaves no server behind
  const follow = (): void => void child.kill('SIGKILL');
  process.once('exit', follow);
  child.once('exit', () => process.off('exit', follow));
  try {
    await untilHealthy(child, url);
  } catch (error) {
    await end(child, 'SIGKILL');
    throw new Error(`the server did not start: ${String(error)}\n${printed.join('')}`, { cause: error });
  }
  return child;
}

async function untilHealthy(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + START_DEADLINE_MS;
  while (Date.now() < deadline) {
    if (hasEnded(child)) throw new Error(`it ended with ${child.exitCode ?? child.signalCode}`);
    if (await isHealthy(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no answer from ${url}/healthz in ${START_DEADLINE_MS / 1000} s`);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false; // not listening yet
  }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return Promise.resolve();
  return new Promise((resolve) => {
    const insist = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
    child.once('exit', () => {
      clearTimeout(insist);
      resolve();
    });
    child.kill(signal);
  });
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      // a listening TCP server always answers with an AddressInfo
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
