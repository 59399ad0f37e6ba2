import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';
import type { Keys, Place } from './embedded-place.ts';
import { StartRefused } from './start-refused.ts';

/** How the two PostgreSQL programs are run: as whom, from where, and under which name they see their data folder. */
export type Programs = Binaries & { readonly account: Account | undefined };

/**
 * Makes the data folder once. It is made under another name and moved into place whole, so a start that was killed
 * half-way leaves nothing that looks like a database.
 */
export function createCluster(place: Place, programs: Programs, keys: Keys): void {
  if (existsSync(place.cluster)) return;
  const workshop = join(place.root, 'postgres.new');
  const draft = join(workshop, 'data');
  rmSync(workshop, { recursive: true, force: true });
  for (const folder of [workshop, draft]) {
    mkdirSync(folder, { mode: 0o700 });
    giveTo(programs.account, folder);
  }
  const passwordFile = join(workshop, 'password');
  writeFileSync(passwordFile, `${keys.superuserPassword}\n`, { mode: 0o600 });
  giveTo(programs.account, passwordFile);
  runInitdb(programs, draft);
  writeFileSync(place.unusedMark, '');
  renameSync(draft, place.cluster);
  rmSync(workshop, { recursive: true, force: true });
}

/**
 * The name by which a program run as another account reaches its data folder. That account may not be allowed to walk
 * the folders above it, so it is started *inside* the folder and told to look where it stands.
 */
export function folderAsSeen(account: Account | undefined, folder: string): string {
  return account !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : folder;
}

/** The server needs nothing from the app's environment, least of all its secrets. */
export function bareEnvironment(): Record<string, string> {
  const environment: Record<string, string> = { LC_ALL: 'C' };
  for (const name of ['PATH', 'SystemRoot']) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

/** The built-in C.UTF-8 sorts and folds alike on every machine, whatever locales are installed. */
function runInitdb(programs: Programs, folder: string): void {
  const seen = folderAsSeen(programs.account, folder);
  const sameEverywhere = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${seen}/../password`];
  try {
    execFileSync(programs.initdb, [`--pgdata=${seen}`, ...sameEverywhere, ...access], {
      ...programs.account,
      cwd: folder,
      env: bareEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
  } catch (error) {
    const words = error instanceof Error ? error.message.trim() : String(error);
    throw new StartRefused(`PostgreSQL could not make its data folder. ${words}`);
  }
}

function giveTo(account: Account | undefined, path: string): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}
