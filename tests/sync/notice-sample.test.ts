import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samplePaper } from '@cession/server/notice/cli/sample-paper.ts';
import { ensureSealKey, type SealKey } from '@cession/server/notice/seal/seal-key.ts';
import { readOrMakeServerKey, type ServerSigner } from '@cession/server/notice/server-key.ts';
import { JURISDICTIONS } from '@cession/shared/card/jurisdiction.ts';
import { PAPER_LANGUAGES } from '@cession/shared/notice/paper-document.ts';
import { CEREMONY_OUTCOMES } from '@cession/shared/notice/notice.ts';
import { verifySealedPdf } from '@cession/shared/paper/verifier/verify-sealed-pdf.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from './notice-world.ts';

const COMMAND = join(import.meta.dirname, '../../server/src/notice/cli/sample-notice.ts');
const dataDir = mkdtempSync(`${tmpdir()}/cession-sample-`);
let seal: SealKey;
let signer: ServerSigner;

beforeAll(async () => {
  seal = await ensureSealKey(dataDir, {}, new Date());
  signer = await readOrMakeServerKey({ dataDir });
});

const every = JURISDICTIONS.flatMap((jurisdiction) =>
  PAPER_LANGUAGES.map((language) => [jurisdiction, language] as const),
);

describe('the sample', () => {
  test.each(every)(
    'of %s in %s passes its own verification and carries what proves it',
    async (jurisdiction, language) => {
      const bytes = await samplePaper({ jurisdiction, language, seal, signer, now: Date.now() });
      const { ok, attachments } = await verifySealedPdf(bytes, { roots: seal.roots });
      expect(ok).toBe(true);
      expect(attachments.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['presented.pdf', 'evidence.json', 'consent.txt']),
      );
    },
  );

  test.each(CEREMONY_OUTCOMES)('can end as %s', async (outcome) => {
    const bytes = await samplePaper({ jurisdiction: 'RU', language: 'ru', seal, signer, now: Date.now(), outcome });
    expect((await verifySealedPdf(bytes, { roots: seal.roots })).ok).toBe(true);
  });

  const run = (...words: string[]) => {
    const env = { ...process.env, DATA_DIR: dataDir, INIT_CWD: dataDir };
    return spawnSync(process.execPath, [COMMAND, ...words], { env, encoding: 'utf8' });
  };

  test('is written by the command, which says what it wrote', () => {
    const { status, stdout } = run('--jurisdiction', 'HU', '--language', 'hu', '--out', 'sample.pdf');
    const file = join(dataDir, 'sample.pdf');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ ok: true, file, sha256: sha256(readFileSync(file)), level: 'B-B' });
  });

  test.each([
    [['--language', 'hu', '--out', 'x.pdf'], '--jurisdiction is one of HU'],
    [['--jurisdiction', 'HU', '--language', 'de', '--out', 'x.pdf'], '--language is one of en, hu, ru'],
    [['--jurisdiction', 'HU', '--language', 'hu'], '--out names the file'],
    [['--colour', 'red'], '--colour'],
  ])('is refused with clear words: %j', (words, said) => {
    const { status, stdout, stderr } = run(...words);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(said);
  });
});
