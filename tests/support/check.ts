/** `pnpm check`: what can be known without running the product. Format, lint, types and dead code. */
import { runSteps, type Step, type StepResult } from './run-step.ts';

const steps: Step[] = [
  { name: 'lint', command: 'oxlint', args: [] },
  { name: 'types: shared', command: 'tsc', args: ['-p', 'shared'] },
  { name: 'types: paper', command: 'tsc', args: ['-p', 'shared/paper'] },
  { name: 'types: client', command: 'tsc', args: ['-p', 'client'] },
  { name: 'types: server', command: 'tsc', args: ['-p', 'server'] },
  { name: 'types: tests', command: 'tsc', args: ['-p', 'tests'] },
  { name: 'dead code', command: 'knip', args: ['--no-progress'] },
  { name: 'format', command: 'oxfmt', args: ['--check'] },
];

const CORES = 2;

export function runChecks(): Promise<StepResult[]> {
  return runSteps(steps, CORES);
}

if (import.meta.main) {
  const results = await runChecks();
  const failed = results.filter((result) => !result.ok);
  console.log(failed.length === 0 ? 'check: all good' : `check failed: ${failed.map((step) => step.name).join(', ')}`);
  process.exit(failed.length === 0 ? 0 : 1);
}
