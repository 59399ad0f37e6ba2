import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';

export type Account = { readonly uid: number; readonly gid: number };

const CREATED_ACCOUNT = 'cession-db';

/**
 * PostgreSQL refuses to run as root. When the app is root this names the account to run it as; otherwise undefined,
 * and the server runs as the person who started the app.
 *
 * An existing data folder decides by its owner, so a folder stays readable whoever starts it next.
 */
export function accountFor(dataFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(dataFolder) ?? accountNamed('postgres') ?? createdAccount() ?? accountNamed('nobody');
}

function ownerOf(folder: string): Account | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat === undefined || stat.uid === 0 ? undefined : { uid: stat.uid, gid: stat.gid };
}

function createdAccount(): Account | undefined {
  const existing = accountNamed(CREATED_ACCOUNT);
  if (existing !== undefined) return existing;
  const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  try {
    execFileSync('useradd', [...flags, CREATED_ACCOUNT], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return accountNamed(CREATED_ACCOUNT);
}

function accountNamed(name: string): Account | undefined {
  const uid = idOf('-u', name);
  const gid = idOf('-g', name);
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid };
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim());
  } catch {
    return undefined;
  }
}
