import { describe, expect, test } from 'vitest';
import { readRepoFile, repoFiles } from './source-files.ts';
import { brokenPaths, invariantsDefined, invariantsNamed, pathsNamed } from './document-claims.ts';

const REQUIRED = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE', 'docs/known-gaps.md'];
const documents = repoFiles('*.md', 'docs/**/*.md');
const tests = repoFiles('{shared,client,server,tests}/**/*.test.{ts,tsx}');
const texts = documents.map((path) => ({ path, text: readRepoFile(path) }));

describe('what the documents say', () => {
  test('is all there', () => {
    expect(REQUIRED.filter((path) => repoFiles(path).length === 0)).toEqual([]);
  });

  test('names only paths that exist', () => {
    const broken = texts.flatMap(({ path, text }) => brokenPaths(path, text).map((named) => `${path} names ${named}`));
    expect(broken).toEqual([]);
  });

  test('names only invariants that ARCHITECTURE.md defines', () => {
    const defined = invariantsDefined(texts.find(({ path }) => path === 'ARCHITECTURE.md')?.text ?? '');
    const strangers = texts.flatMap(({ path, text }) =>
      invariantsNamed(text).flatMap((id) => (defined.includes(id) ? [] : [`${path} names ${id}`])),
    );
    expect(strangers).toEqual([]);
  });

  test('is proved: every numbered invariant is cited by a test', () => {
    const defined = invariantsDefined(texts.find(({ path }) => path === 'ARCHITECTURE.md')?.text ?? '');
    const cited = new Set(
      tests.flatMap((path) => (path.endsWith('documents.test.ts') ? [] : invariantsNamed(readRepoFile(path)))),
    );
    expect(defined.filter((id) => !cited.has(id))).toEqual([]);
  });
});

describe('the guard itself', () => {
  const page = [
    'See `server/src/no-such-file.ts`, `*/src/no-such-feature` and [the gaps](docs/no-such-page.md).',
    'Open `tests/architecture/documents.test.ts`, `{shared,client}/src/<feature>/` or https://example.org/tests/x.',
    '```',
    'tests/nowhere/at-all.test.ts',
    '```',
    '- **I1** one card',
    '| I2 | one queue item |',
    'As I1 says, and I7 too.',
  ].join('\n');

  test('finds a path that is not there, in prose, links and blocks', () => {
    expect(brokenPaths('README.md', page).toSorted()).toEqual([
      '*/src/no-such-feature',
      'docs/no-such-page.md',
      'server/src/no-such-file.ts',
      'tests/nowhere/at-all.test.ts',
    ]);
    expect(pathsNamed('README.md', page)).toContain('tests/architecture/documents.test.ts');
  });

  test('tells where an invariant is defined from where it is named', () => {
    expect(invariantsDefined(page)).toEqual(['I1', 'I2']);
    expect(invariantsNamed(page)).toEqual(['I1', 'I2', 'I7']);
  });
});
