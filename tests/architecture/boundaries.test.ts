import { describe, expect, test } from 'vitest';
import { readImportGraph, type ImportGraph } from './import-graph.ts';
import { forbiddenImport } from './import-rule.ts';
import { repoFiles } from './source-files.ts';

const files = repoFiles('{shared,client,server}/src/**/*.{ts,tsx}');
const graph = readImportGraph(files);
// A test may stand anywhere and use whatever its story needs; the product may not.
const product = graph.imports.filter(({ from }) => !/\.test\.tsx?$/.test(from));

describe('the import rule', () => {
  test('was read from every file there is', () => {
    expect(graph.files).toEqual(files);
    expect(files.length).toBeGreaterThan(20);
    expect(product.length).toBeGreaterThan(files.length / 2);
    expect(graph.unresolved).toEqual([]);
  });

  test('holds: places meet only in shared, and folders only use what stands to their left', () => {
    expect(product.flatMap(({ from, to }) => forbiddenImport(from, to) ?? [])).toEqual([]);
  });

  test('holds for tests too as far as places go: client and server meet in tests/ only', () => {
    const fromTests = graph.imports.filter(({ from }) => /\.test\.tsx?$/.test(from));
    const meets = ({ from, to }: { from: string; to: string }): boolean =>
      (from.startsWith('client/') && to.startsWith('server/')) ||
      (from.startsWith('server/') && to.startsWith('client/'));
    expect(fromTests.filter(meets)).toEqual([]);
  });

  test('leaves no cycle between files', () => {
    expect(findCycle(graph)).toEqual([]);
  });
});

describe('the guard itself', () => {
  test.each([
    ['client/src/card/card-page.tsx', 'server/src/card/find-cards.ts'],
    ['server/src/app/main.ts', 'client/src/app/main.tsx'],
    ['shared/src/card/card.ts', 'client/src/device/clock.ts'],
    ['shared/src/card/card.ts', 'dexie'],
    ['shared/src/card/card.ts', 'node:crypto'],
    ['shared/src/card/card.ts', 'shared/src/notice/notice.ts'],
    ['shared/src/sync/mutator.ts', 'shared/src/card/card.ts'],
    ['shared/src/kernel/id.ts', 'shared/src/sync/table.ts'],
    ['server/src/db/client.ts', 'server/src/card/card-table.ts'],
    ['client/src/handoff/send.ts', 'shared/src/mutators.ts'],
    ['client/src/misc/things.ts', 'client/src/ui/button.tsx'],
  ])('%s may not import %s', (from, to) => {
    expect(forbiddenImport(from, to)).toContain(from);
  });

  test.each([
    ['client/src/handoff/queue.tsx', 'shared/src/card/card.ts'],
    ['shared/src/mutators.ts', 'shared/src/launch/launch.ts'],
    ['server/src/app/main.ts', 'server/src/effects.ts'],
    ['server/src/sync/ledger.ts', 'server/src/db/client.ts'],
    ['client/src/ui/date.tsx', 'client/src/text/texts.ts'],
    ['shared/src/card/iban.ts', 'ibantools'],
    ['client/src/text/refusal-text.ts', 'shared/src/mutators.ts'],
    ['client/src/notice/draw-paper.ts', 'shared/paper/notice-renderer-1.js'],
    ['tests/sync/push.test.ts', 'server/src/sync/receive-push.ts'],
  ])('%s may import %s', (from, to) => {
    expect(forbiddenImport(from, to)).toBeUndefined();
  });
});

function findCycle({ imports }: ImportGraph): string[] {
  const importsByFile = Map.groupBy(imports, ({ from }) => from);
  const settled = new Set<string>();
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (settled.has(file)) return [];
    for (const { to } of importsByFile.get(file) ?? []) {
      const cycle = visit(to, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    settled.add(file);
    return [];
  };
  for (const file of importsByFile.keys()) {
    const cycle = visit(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
