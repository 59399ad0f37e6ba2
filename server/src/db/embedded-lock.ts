import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import * as z from 'zod';
import { hasCode, identifyProcess, isSameProcess, type ProcessIdentity } from './process-identity.ts';

export type FolderLock = { release(): void };
export type FolderInUse = { readonly code: 'folder.in-use'; readonly pid: number };

const Holder = z.object({ pid: z.int().positive(), startedAt: z.string() });

/** At most one living process holds a folder. The lock of a process that died is taken over. */
export function lockFolder(folder: string): Result<FolderLock, FolderInUse> {
  const lockFile = join(folder, 'cession.lock');
  const me = identifyProcess(process.pid) ?? { pid: process.pid, startedAt: 'unknown' };
  for (;;) {
    if (claim(lockFile, me)) return ok({ release: () => releaseIfMine(lockFile, me) });
    const held = readLock(lockFile);
    if (held === undefined) continue;
    const holder = parseHolder(held);
    if (holder !== undefined && isSameProcess(holder)) return err({ code: 'folder.in-use', pid: holder.pid });
    discard(lockFile, held);
  }
}

/** A hard link appears whole or not at all, and never over an existing name: nobody reads half a lock. */
function claim(lockFile: string, me: ProcessIdentity): boolean {
  const draft = `${lockFile}.${me.pid}`;
  writeFileSync(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    linkSync(draft, lockFile);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Two starters may judge the same stale lock. The slower one could carry away the fresh lock of the faster one,
 * so whoever finds something other than what it judged puts it back.
 */
function discard(lockFile: string, judged: string): void {
  const aside = `${lockFile}.stale.${process.pid}`;
  try {
    renameSync(lockFile, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  try {
    if (readFileSync(aside, 'utf8') !== judged) linkSync(aside, lockFile);
  } finally {
    rmSync(aside, { force: true });
  }
}

function releaseIfMine(lockFile: string, me: ProcessIdentity): void {
  const text = readLock(lockFile);
  const holder = text === undefined ? undefined : parseHolder(text);
  if (holder?.pid === me.pid && holder.startedAt === me.startedAt) rmSync(lockFile, { force: true });
}

function readLock(lockFile: string): string | undefined {
  try {
    return readFileSync(lockFile, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parseHolder(text: string): ProcessIdentity | undefined {
  try {
    return Holder.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
