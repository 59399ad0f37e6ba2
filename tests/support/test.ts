/**
 * `pnpm test`: everything that proves the product, closed by one line `N passed, N failed`.
 * `pnpm test -- sync http` runs only what is named: check, build, or projects of vitest.config.ts.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './check.ts';
import { add, countReport, type Count } from './count-report.ts';
import { runStep, type Step, type StepResult } from './run-step.ts';

const MINUTE = 60_000;
const FAST = ['unit', 'unit-server', 'architecture', 'paper', 'sync', 'simulator', 'http'];
const SLOW = ['e2e'];
const NEEDS_BUILD = ['http', 'e2e'];
const ALL = ['check', 'build', ...FAST, ...SLOW];

const buildStep: Step = {
  name: 'build',
  command: 'pnpm',
  args: ['--filter', '@cession/client', 'build'],
  deadlineMs: 2 * MINUTE,
};

const asked = process.argv.slice(2).filter((word) => word !== '--');
const total = await prove(asked.length > 0 ? asked : ALL).catch(countCrash);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

async function prove(parts: string[]): Promise<Count> {
  const has = (part: string): boolean => parts.includes(part);
  const unknown = parts.filter((part) => !ALL.includes(part));
  if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}; there are ${ALL.join(', ')}`);

  let count: Count = { passed: 0, failed: 0 };
  if (has('check')) count = add(count, countSteps(await runChecks()));
  if (has('build') || NEEDS_BUILD.some(has)) count = add(count, countSteps([await runStep(buildStep)]));
  if (FAST.some(has)) count = add(count, await runVitest(FAST.filter(has), 25 * MINUTE));
  if (SLOW.some(has)) count = add(count, await runVitest(SLOW.filter(has), 20 * MINUTE));
  return count;
}

async function runVitest(projects: string[], deadlineMs: number): Promise<Count> {
  const reportDir = mkdtempSync(join(tmpdir(), 'cession-test-'));
  const report = join(reportDir, 'report.json');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...chosen];
  try {
    const { ok } = await runStep({ name: projects.join(', '), command: 'vitest', args, deadlineMs, show: 'always' });
    return countReport(report, ok);
  } finally {
    rmSync(reportDir, { recursive: true, force: true });
  }
}

function countSteps(results: StepResult[]): Count {
  const passed = results.filter((result) => result.ok).length;
  return { passed, failed: results.length - passed };
}

function countCrash(error: unknown): Count {
  console.log(error instanceof Error ? error.message : String(error));
  return { passed: 0, failed: 1 };
}
