import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Check } from '@cession/shared/paper/verifier/check.ts';
import {
  verifySealedPdf,
  type SealFacts,
  type VerifyOptions,
} from '@cession/shared/paper/verifier/verify-sealed-pdf.ts';

/** What the command prints, as one line of JSON. */
export interface FileVerdict {
  readonly ok: boolean;
  /** As it was given; empty when nothing was. */
  readonly file: string;
  /** Hexadecimal; null when nothing could be read. */
  readonly sha256: string | null;
  readonly checks: readonly Check[];
  readonly seal?: SealFacts;
  readonly attachments?: readonly { readonly name: string; readonly bytes: number }[];
}

const LARGEST = 256 * 1024 * 1024;

/** Verifies one file. Whatever is wrong with it or its path is a failed check, never an exception. */
export async function verifyFile(file: string | undefined, path: string, options: VerifyOptions): Promise<FileVerdict> {
  if (file === undefined || file === '') return refused('', 'file.given', 'name the PDF to verify');
  const bytes = read(path);
  if (typeof bytes === 'string') return refused(file, 'file.readable', bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length === 0) return { ...refused(file, 'file.not-empty', 'the file is empty'), sha256 };
  const { ok, checks, seal, attachments } = await verifySealedPdf(bytes, options);
  const listed = attachments.map(({ name, bytes: { length } }) => ({ name, bytes: length }));
  return { ok, file, sha256, checks, ...(seal && { seal, attachments: listed }) };
}

export function refused(file: string, check: string, detail: string): FileVerdict {
  return { ok: false, file, sha256: null, checks: [{ check, ok: false, detail }] };
}

/** The bytes, or words about why there are none. */
function read(path: string): Uint8Array | string {
  try {
    const found = statSync(path);
    if (!found.isFile()) return found.isDirectory() ? 'this is a folder, not a file' : 'this is not a file';
    if (found.size > LARGEST) return 'the file is larger than 256 MB';
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    return error instanceof Error ? `the file cannot be read: ${error.message}` : 'the file cannot be read';
  }
}
