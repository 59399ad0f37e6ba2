import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../db/process-identity.ts';
import { StartRefused } from '../db/start-refused.ts';

/** The secret that signs sessions: made once, kept in the data folder, readable by its owner only. */
export function readOrMakeSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    makeOnce(file);
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    throw new StartRefused(
      `A secret cannot be kept in ${file}: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  throw new StartRefused(`${file} holds fewer than 32 characters: remove it and sign in again.`);
}

/** Appears whole or not at all, so two processes starting on one folder read the same secret. */
function makeOnce(file: string): void {
  if (existsSync(file)) return;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
