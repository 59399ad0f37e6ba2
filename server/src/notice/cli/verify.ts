/**
 * `npx pnpm@12 --silent verify FILE.pdf`: one line of JSON, exit 0 when everything holds and 1 otherwise. Asks nobody: the
 * roots come from SEAL_ROOTS_FILE (and TSA_ROOTS_FILE for time stamps), else from the data folder.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkSealedAttachments } from '@cession/shared/notice/check-sealed-attachments.ts';
import type { Attachment } from '@cession/shared/paper/verifier/attachments.ts';
import type { Check } from '@cession/shared/paper/verifier/check.ts';
import { utf8Text } from '@cession/shared/paper/verifier/utf8-text.ts';
import type { VerifyOptions } from '@cession/shared/paper/verifier/verify-sealed-pdf.ts';
import { serverCrypto } from '../evidence-crypto.ts';
import { readSealRoots, readStampRoots } from '../seal/seal-key.ts';
import { refused, verifyFile, type FileVerdict } from './verify-file.ts';

const ROOT = join(import.meta.dirname, '../../../..');

const verdict = await judge(process.argv.slice(2).find((word) => word !== '--')).catch(unexpected);
process.exitCode = verdict.ok ? 0 : 1;
process.stdout.write(`${JSON.stringify(verdict)}\n`);

async function judge(file: string | undefined): Promise<FileVerdict> {
  const dotEnv = join(ROOT, '.env');
  if (existsSync(dotEnv)) process.loadEnvFile(dotEnv);
  // The package manager changes the folder; the person's own one is INIT_CWD.
  const path = resolve(process.env['INIT_CWD'] ?? '.', file ?? '');
  return verifyFile(file, path, readTrust(process.env));
}

function readTrust(env: NodeJS.ProcessEnv): VerifyOptions {
  const dataDir = resolve(ROOT, env['DATA_DIR'] || './data');
  const roots = readSealRoots(dataDir, { sealRootsFile: env['SEAL_ROOTS_FILE'] || undefined });
  const stampRoots = readStampRoots(env['TSA_ROOTS_FILE'] || undefined);
  return { roots, ...(stampRoots && { stampRoots }), checkAttachments };
}

/** A notice is more than its seal: what lies inside has to be one story. */
async function checkAttachments(attachments: readonly Attachment[]): Promise<readonly Check[]> {
  const { checks } = await checkSealedAttachments(attachments, { crypto: serverCrypto, utf8Text });
  return checks;
}

function unexpected(error: unknown): FileVerdict {
  return refused('', 'verify.finished', error instanceof Error ? error.message : String(error));
}
