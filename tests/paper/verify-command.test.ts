import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureSealKey } from '@cession/server/notice/seal/seal-key.ts';
import { readOrMakeServerKey } from '@cession/server/notice/server-key.ts';
import { samplePaper } from '@cession/server/notice/cli/sample-paper.ts';
import { sealPdf } from '@cession/server/notice/seal/seal-pdf.ts';
import { samplePdf } from '../support/sample-pdf.ts';

const COMMAND = join(import.meta.dirname, '../../server/src/notice/cli/verify.ts');

let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cession-verify-'));
  const now = new Date();
  const key = await ensureSealKey(dir, {}, now);
  const signer = await readOrMakeServerKey({ dataDir: dir });
  const good = await samplePaper({ jurisdiction: 'HU', language: 'hu', seal: key, signer, now: now.getTime() });
  const other = await sealPdf(samplePdf(), key, { reason: 'Seal', location: 'Győr', now });
  if (!other.ok) throw new Error(other.error.words);
  writeFileSync(join(dir, 'good.pdf'), good);
  writeFileSync(join(dir, 'cut.pdf'), good.subarray(0, -10));
  writeFileSync(join(dir, 'no-notice.pdf'), other.value.sealed);
  writeFileSync(join(dir, 'plain.pdf'), samplePdf());
  writeFileSync(join(dir, 'empty.pdf'), '');
  writeFileSync(join(dir, 'letter.txt'), 'Dear debtor');
  mkdirSync(join(dir, 'folder'));
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('a good file: one line of JSON, exit 0', () => {
  const { code, verdict, lines } = run(['good.pdf']);
  expect([code, lines]).toEqual([0, 1]);
  expect(verdict).toMatchObject({ ok: true, file: 'good.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(verdict.seal).toMatchObject({ signerName: 'Cession demo seal', level: 'B-B', stampedAt: null });
});

test.each([
  [['cut.pdf'], 'seal.covers-file'],
  [['plain.pdf'], 'seal.present'],
  [['no-notice.pdf'], 'bundle.schema'],
  [['empty.pdf'], 'file.not-empty'],
  [['letter.txt'], 'pdf.header'],
  [['folder'], 'file.readable'],
  [['missing.pdf'], 'file.readable'],
  [[], 'file.given'],
])('%s: the same shape, exit 1, and what is wrong', (args, check) => {
  const { code, verdict, lines } = run(args);
  expect([code, lines]).toEqual([1, 1]);
  expect(verdict).toMatchObject({ ok: false, file: args[0] ?? '' });
  expect(verdict.checks.at(-1)).toMatchObject({ check, ok: false, detail: expect.stringMatching(/\w/) });
});

test('without any root it says that nobody is trusted; with roots that cannot be read, that too', () => {
  const { code, verdict } = run(['good.pdf'], { DATA_DIR: join(dir, 'folder') });
  expect(code).toBe(1);
  expect(verdict.checks.filter(({ ok }) => !ok)).toEqual([
    { check: 'seal.trusted', ok: false, detail: 'no trusted root certificate was given' },
  ]);
  expect(run(['good.pdf'], { SEAL_ROOTS_FILE: join(dir, 'missing.pem') })).toMatchObject({ code: 1, lines: 1 });
});

type Verdict = {
  readonly ok: boolean;
  readonly seal?: object;
  readonly checks: readonly { readonly check: string; readonly ok: boolean }[];
};

function run(args: readonly string[], env: Record<string, string> = {}) {
  const settings = { PATH: process.env['PATH'] ?? '', INIT_CWD: dir, DATA_DIR: dir, ...env };
  const { status, stdout } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8', env: settings });
  const verdict = JSON.parse(stdout) as Verdict; // the shape is what these tests look at
  return { code: status, verdict, lines: stdout.trimEnd().split('\n').length };
}
