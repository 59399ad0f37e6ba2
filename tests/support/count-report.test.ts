import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { countReport } from './count-report.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'cession-report-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const clean = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

function reportOf(content: unknown): string {
  const path = join(dir, 'report.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('the closing line', () => {
  test('counts what passed and what failed', () => {
    expect(countReport(reportOf(clean), true)).toEqual({ passed: 5, failed: 0 });
    expect(countReport(reportOf({ ...clean, numFailedTests: 2 }), false)).toEqual({ passed: 5, failed: 2 });
  });

  test('counts a skipped or promised test as failed: it proved nothing', () => {
    expect(countReport(reportOf({ ...clean, numPendingTests: 1, numTodoTests: 1 }), true).failed).toBe(2);
  });

  test('counts a file that could not be loaded', () => {
    const unloaded = { name: 'x.test.ts', status: 'failed', assertionResults: [] };
    expect(countReport(reportOf({ ...clean, testResults: [unloaded] }), false).failed).toBe(1);
  });

  test('counts a runner that crashed, before or after its report', () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    expect(countReport(reportOf(clean), false)).toEqual({ passed: 5, failed: 1 });
    expect(countReport(reportOf('{"numPassed'), false)).toEqual({ passed: 0, failed: 1 });
    expect(countReport(reportOf('{}'), true)).toEqual({ passed: 0, failed: 1 });
    expect(countReport(join(dir, 'never-written.json'), true)).toEqual({ passed: 0, failed: 1 });
  });
});
