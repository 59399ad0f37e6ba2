import { readFileSync } from 'node:fs';

export type Count = { passed: number; failed: number };

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: unknown[] }[];
};

export function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/**
 * What a vitest run proved, read from its JSON report. A skipped test proves nothing and counts as failed; so does a
 * file that could not be loaded, and a run that says it failed (or left no report) without naming a failed test.
 */
export function countReport(path: string, runnerOk: boolean): Count {
  const report = readReport(path);
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + unloaded.length;
  return { passed: report.numPassedTests, failed: failed === 0 && !runnerOk ? 1 : failed };
}

function readReport(path: string): Report | undefined {
  try {
    // written by vitest's own reporter; what is relied on is checked below
    const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
    const counts = [report.numPassedTests, report.numFailedTests, report.numPendingTests, report.numTodoTests];
    if (counts.every(Number.isInteger) && Array.isArray(report.testResults)) return report;
    throw new Error('it has no counts');
  } catch (error) {
    console.log(`the test runner left no readable report: ${String(error)}`);
    return undefined;
  }
}
