import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bareEnvironment, folderAsSeen, type Programs } from './embedded-cluster.ts';
import type { Place } from './embedded-place.ts';
import { hasCode, isPostgresIn, isRunning } from './process-identity.ts';
import { StartRefused } from './start-refused.ts';

export type Postmaster = { readonly pid: number; readonly port: number };

const NOBODYS_PID = 2_147_483_647;
const LARGE_LOG_BYTES = 10 * 1024 * 1024;

/** The server that already works in this folder: it outlives an app that was killed. */
export function findPostmaster(place: Place): Postmaster | undefined {
  const lines = readPidFile(place)?.split('\n');
  const pid = Number(lines?.[0]);
  const port = Number(lines?.[3]);
  if (!(pid > 0) || !isPostgresIn(pid, place.cluster)) return undefined;
  return { pid, port };
}

/** Starts a server that is not a member of the terminal's group: Ctrl-C reaches the app, and the app stops the server. */
export function spawnPostmaster(
  place: Place,
  programs: Programs,
  port: number,
  settings: Record<string, string>,
): Postmaster {
  disownLostPid(place);
  const log = openLog(place);
  try {
    const child = spawn(
      programs.postgres,
      ['-D', folderAsSeen(programs.account, place.cluster), ...flags(port, settings)],
      {
        ...programs.account,
        cwd: place.cluster,
        env: bareEnvironment(),
        detached: true,
        stdio: ['ignore', log, log],
      },
    );
    // A failed spawn leaves no pid and says why in this event; the missing pid is reported below.
    child.once('error', () => undefined);
    child.unref();
    if (child.pid === undefined) throw new StartRefused(`PostgreSQL could not be started from ${programs.postgres}.`);
    return { pid: child.pid, port };
  } finally {
    closeSync(log);
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk, no recovery at the next start. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
  ] as const) {
    if (!isRunning(pid)) return;
    process.kill(pid, signal);
    if (await isGoneWithin(pid, seconds)) return;
  }
  throw new Error(`PostgreSQL (pid ${pid}) did not stop.`);
}

export function logLength(place: Place): number {
  return statSync(place.log, { throwIfNoEntry: false })?.size ?? 0;
}

/** What the server said since the given length of its log: the last lines, without the time stamps. */
export function lastWords(place: Place, since: number): string {
  const said = readFileSync(place.log).subarray(since).toString('utf8').trim().split('\n').slice(-8);
  return said.map((line) => line.replace(/^[\d-]+ [\d:.]+ \S+ \[\d+\] /, '')).join('\n');
}

function flags(port: number, settings: Record<string, string>): string[] {
  const fixed = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC' };
  const all = Object.entries({ ...fixed, ...settings, port: String(port) });
  return all.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * PostgreSQL refuses to start while the pid in its old pid file exists, and that may be a stranger who got the number
 * after a restart, or a killed server nobody has collected yet. The rest of the file stays: it names the shared memory
 * by which surviving workers are noticed.
 */
function disownLostPid(place: Place): void {
  const text = readPidFile(place);
  if (text === undefined) return;
  const [pid, ...rest] = text.split('\n');
  if (!isPostgresIn(Number(pid), place.cluster)) writeFileSync(pidFile(place), [NOBODYS_PID, ...rest].join('\n'));
}

function readPidFile(place: Place): string | undefined {
  try {
    return readFileSync(pidFile(place), 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    if (!hasCode(error, 'EACCES')) throw error;
    const owner = statSync(place.cluster).uid;
    throw new StartRefused(
      `${place.cluster} belongs to another user (uid ${owner}): start the app as that user or as root.`,
    );
  }
}

function pidFile(place: Place): string {
  return join(place.cluster, 'postmaster.pid');
}

function openLog(place: Place): number {
  if (logLength(place) > LARGE_LOG_BYTES) renameSync(place.log, `${place.log}.1`);
  return openSync(place.log, 'a', 0o600);
}

async function isGoneWithin(pid: number, seconds: number): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (!isRunning(pid)) return true;
    await pause(25);
  }
  return false;
}
