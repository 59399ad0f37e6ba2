import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lineCount, readRepoFile, repoFiles } from './source-files.ts';

const code = repoFiles('{shared,client,server,tests}/**/*.{ts,tsx,css}');
const FORBIDDEN = ['utils', 'helpers', 'common', 'misc', 'manager', 'service', 'types', 'index'];
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|fixture|d|config))?\.(ts|tsx|css)$/;

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
const isCatalog = (path: string): boolean => /^client\/src\/text\/(en|hu|ru)\//.test(path);
const isMigration = (path: string): boolean => path.includes('/migrations/');

describe('a file', () => {
  test('is named in kebab-case for what it holds, never as a drawer', () => {
    expect(code.length).toBeGreaterThan(20);
    expect(code.filter((path) => !KEBAB.test(basename(path)))).toEqual([]);
    expect(code.filter((path) => isDrawer(basename(path)))).toEqual([]);
  });

  test('lives in a folder that is no drawer either', () => {
    const folders = new Set(code.flatMap((path) => path.split('/').slice(0, -1)));
    expect([...folders].filter((folder) => FORBIDDEN.includes(folder) || folder === 'general')).toEqual([]);
  });

  test('can be read in one sitting: 300 lines, a test 500', () => {
    const measured = code.filter((path) => !isCatalog(path) && !isMigration(path));
    const tooLong = measured.filter((path) => lineCount(path) > (isTest(path) ? 500 : 300));
    expect(tooLong.map((path) => `${path}: ${lineCount(path)} lines`)).toEqual([]);
  });

  test('never only passes on what another file exports', () => {
    const passesOn = /^export\s+(\*|(type\s+)?\{[^}]*\})\s*(as\s+\w+\s+)?from\b[^;]*;/gms;
    const barrels = code.filter((path) => {
      const text = readRepoFile(path);
      return (
        passesOn.test(text) &&
        text
          .replace(passesOn, '')
          .replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '')
          .trim() === ''
      );
    });
    expect(barrels).toEqual([]);
  });
});

/** `utils.ts`, and `card-utils.ts` as well; `service-worker.ts` and `card-index.ts` name a thing. */
function isDrawer(name: string): boolean {
  const stem = name.replace(/\..*$/, '');
  return FORBIDDEN.some((word) => stem === word || (word !== 'index' && stem.endsWith(`-${word}`)));
}
