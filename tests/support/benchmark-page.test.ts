import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { benchmarkPage } from '../bench/kit/benchmark-page.ts';
import { spreadOf, type BenchResult } from '../bench/kit/bench-result.ts';

const DOCS = join(import.meta.dirname, '..', '..', 'docs');
const KEPT = join(DOCS, 'benchmarks');

test('the page of benchmarks says exactly what the kept results say', () => {
  const results = readdirSync(KEPT)
    .toSorted()
    .map((file) => JSON.parse(readFileSync(join(KEPT, file), 'utf8')) as BenchResult); // as the benchmarks wrote them
  expect(results.length).toBeGreaterThan(0);
  expect(readFileSync(join(DOCS, 'benchmarks.md'), 'utf8')).toBe(benchmarkPage(results));
});

test('every kept result comes from a benchmark that can be run again', () => {
  for (const file of readdirSync(KEPT))
    expect(existsSync(join(import.meta.dirname, '..', 'bench', file.replace('.json', '.ts'))), file).toBe(true);
});

test('a missed goal is said as plainly as a met one, and a column nobody measured is left out', () => {
  const page = benchmarkPage([
    {
      ...{
        name: 'b9-made-up',
        title: 'B9 Made up',
        question: 'How fast?',
        setting: ['one core'],
        notes: ['we lose here'],
      },
      columns: [
        { key: 'speed', title: 'per second' },
        { key: 'never', title: 'never measured' },
      ],
      rows: [
        { who: 'we', values: { speed: spreadOf([1000, 1200, 3000]) } },
        { who: 'they', values: {} },
      ],
      goals: [{ goal: 'twice as fast', measured: '0.9 times', met: false }],
      machine: { cpu: 'a processor', cores: 2, memoryGb: 4, system: 'a system', node: 'v24' },
    },
  ]);
  expect(page).toContain('| we | 1,200 (1,100–2,100) |');
  expect(page).toContain('| they | – |');
  expect(page).toContain('| [B9 Made up](#b9-made-up) | twice as fast | 0.9 times | **missed** |');
  expect(page).not.toContain('never measured');
  expect(page).toContain('we lose here');
});
