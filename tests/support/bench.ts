/**
 * `pnpm bench [NAME …] [--quick] [--keep]`: runs benchmarks one after another, each in a process of its own, so that
 * none warms up another. Each prints one line of JSON. `--quick` is a small try; `--keep` writes the results to
 * docs/benchmarks/ and the page docs/benchmarks.md from everything that lies there.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchmarkPage } from '../bench/kit/benchmark-page.ts';
import type { BenchResult } from '../bench/kit/bench-result.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BENCHES = join(ROOT, 'tests', 'bench');
const KEPT = join(ROOT, 'docs', 'benchmarks');

const words = process.argv.slice(2).filter((word) => word !== '--');
const wanted = words.filter((word) => !word.startsWith('--'));
const [quick, keep] = [words.includes('--quick'), words.includes('--keep')];
const names = namesIn(BENCHES, '.ts');
const unknown = [
  ...wanted.filter((name) => !names.includes(name)),
  ...words.filter((word) => word.startsWith('--') && word !== '--quick' && word !== '--keep'),
];
if (unknown.length > 0 || (quick && keep)) {
  const what = unknown.length > 0 ? `There is no benchmark called ${unknown.join(', ')}.` : 'A quick try is not kept.';
  process.stderr.write(`${what} There are: ${names.join(', ')}; and --quick or --keep.\n`);
  process.exit(2);
}

let failed = 0;
for (const name of wanted.length > 0 ? wanted : names) if (!run(name)) failed += 1;
if (keep) writeFileSync(join(ROOT, 'docs', 'benchmarks.md'), benchmarkPage(kept()));
process.exit(failed === 0 ? 0 : 1);

function run(name: string): boolean {
  process.stderr.write(`${name} …\n`);
  const args = [join(BENCHES, `${name}.ts`), ...(quick ? ['--quick'] : [])];
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  });
  process.stdout.write(stdout);
  if (status !== 0) {
    process.stderr.write(`${name} ended with ${status ?? 'a signal'}.\n`);
    return false;
  }
  if (keep) {
    mkdirSync(KEPT, { recursive: true });
    const result = JSON.parse(stdout) as BenchResult; // what a benchmark prints
    writeFileSync(join(KEPT, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  }
  return true;
}

function kept(): readonly BenchResult[] {
  return namesIn(KEPT, '.json').map(
    (name) => JSON.parse(readFileSync(join(KEPT, `${name}.json`), 'utf8')) as BenchResult, // as `run` wrote it
  );
}

function namesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted();
}
