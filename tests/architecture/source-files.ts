import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const repoRoot = join(import.meta.dirname, '..', '..');

/** Repository paths with forward slashes, of the files that match; nothing installed, built or generated. */
export function repoFiles(...patterns: string[]): string[] {
  const exclude = ['**/node_modules/**', '**/dist/**', 'data/**', 'tests/e2e/screens/**'];
  return globSync(patterns, { cwd: repoRoot, exclude }).toSorted();
}

export function readRepoFile(path: string): string {
  return readFileSync(join(repoRoot, path), 'utf8');
}

export function lineCount(path: string): number {
  const text = readRepoFile(path);
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
