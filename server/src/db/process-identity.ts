import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * A pid alone identifies nobody: numbers are reused after a restart of the machine or container.
 * A pid together with the moment its process began does.
 */
export type ProcessIdentity = { readonly pid: number; readonly startedAt: string };

export function identifyProcess(pid: number): ProcessIdentity | undefined {
  if (!isRunning(pid)) return undefined;
  const startedAt = process.platform === 'linux' ? linuxStart(pid) : psField(pid, 'lstart=');
  return startedAt === undefined ? undefined : { pid, startedAt };
}

export function isSameProcess(holder: ProcessIdentity): boolean {
  const now = identifyProcess(holder.pid);
  return now !== undefined && now.startedAt === holder.startedAt;
}

/** True while the process does something. A zombie nobody has collected yet counts as gone. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
  return process.platform !== 'linux' || linuxStat(pid)?.state !== 'Z';
}

/** Whether this pid is a PostgreSQL server working in the given folder (which must be a real path). */
export function isPostgresIn(pid: number, folder: string): boolean {
  if (!isRunning(pid)) return false;
  if (process.platform !== 'linux') {
    const command = psField(pid, 'command=') ?? '';
    return command.includes('postgres') && command.includes(folder);
  }
  try {
    // The server changes into its data folder and stays there, so its working directory says whose it is.
    return linuxStat(pid)?.name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function linuxStart(pid: number): string | undefined {
  const ticks = linuxStat(pid)?.startTicks;
  return ticks === undefined ? undefined : `${linuxBootId()}:${ticks}`;
}

function linuxStat(pid: number) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in parentheses and may itself hold spaces and parentheses.
    const nameEnd = line.lastIndexOf(')');
    const fields = line.slice(nameEnd + 2).split(' ');
    return { name: line.slice(line.indexOf('(') + 1, nameEnd), state: fields[0], startTicks: fields[19] };
  } catch {
    return undefined;
  }
}

function linuxBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'unknown-boot';
  }
}

function psField(pid: number, field: string): string | undefined {
  try {
    const output = execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } });
    return output.trim() || undefined;
  } catch {
    return undefined;
  }
}
