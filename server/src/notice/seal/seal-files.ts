import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { hasCode } from '../../db/process-identity.ts';

export const sealDir = (dataDir: string): string => join(dataDir, 'seal');
export const keyFile = (dataDir: string): string => join(sealDir(dataDir), 'demo-seal.pem');
export const rootsFile = (dataDir: string): string => join(sealDir(dataDir), 'roots.pem');

/**
 * Writes the file whole or not at all, readable by its owner only, and returns what stands in it in the end: of two processes
 * that begin at once the first one's text wins and both read it.
 */
export async function keepOnce(file: string, make: () => Promise<string>): Promise<string> {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) linkNew(file, await make());
  return readFileSync(file, 'utf8');
}

function linkNew(file: string, text: string): void {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
