/**
 * `npx pnpm@12 --silent sample-notice --jurisdiction HU|RU|EU|US --language en|hu|ru --out FILE.pdf`: writes a sealed
 * sample and says in one line of JSON what it wrote. Needs no database. Exit 1 with words for what cannot be done.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { JURISDICTIONS } from '@cession/shared/card/jurisdiction.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import { PAPER_LANGUAGES } from '@cession/shared/notice/paper-document.ts';
import { sha256Hex } from '../evidence-crypto.ts';
import { ensureSealKey } from '../seal/seal-key.ts';
import { sealLevelOf } from '../seal/seal-level.ts';
import { readOrMakeServerKey } from '../server-key.ts';
import { samplePaper, type SampleWish } from './sample-paper.ts';

const ROOT = join(import.meta.dirname, '../../../..');

type Wish = Pick<SampleWish, 'jurisdiction' | 'language'> & { readonly out: string };

const wish = readWish(process.argv.slice(2).filter((word) => word !== '--'));
const written = wish.ok ? await write(wish.value).catch(unexpected) : wish;
if (written.ok) process.stdout.write(`${JSON.stringify(written.value)}\n`);
else {
  process.exitCode = 1;
  process.stderr.write(`${written.error}\n`);
}

async function write({ jurisdiction, language, out }: Wish): Promise<Result<object, string>> {
  const dotEnv = join(ROOT, '.env');
  if (existsSync(dotEnv)) process.loadEnvFile(dotEnv);
  const given = (name: string): string | undefined => process.env[name] || undefined;
  const dataDir = resolve(ROOT, given('DATA_DIR') ?? './data');
  const now = Date.now();
  const seal = await ensureSealKey(dataDir, sealEnv(given), new Date(now));
  const signer = await readOrMakeServerKey({ dataDir, serverKeyFile: given('SERVER_KEY_FILE') });
  const bytes = await samplePaper({ jurisdiction, language, seal, signer, now });
  // The package manager changes the folder; the person's own one is INIT_CWD.
  const file = resolve(process.env['INIT_CWD'] ?? '.', out);
  writeFileSync(file, bytes);
  return ok({ ok: true, file, sha256: sha256Hex(bytes), level: sealLevelOf(bytes) ?? null });
}

function sealEnv(given: (name: string) => string | undefined) {
  return {
    sealP12File: given('SEAL_P12_FILE'),
    sealP12Password: given('SEAL_P12_PASSWORD'),
    sealRootsFile: given('SEAL_ROOTS_FILE'),
  };
}

function readWish(args: string[]): Result<Wish, string> {
  const usage = 'Use: sample-notice --jurisdiction HU|RU|EU|US --language en|hu|ru --out FILE.pdf';
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { jurisdiction: text, language: text, out: text } });
    const jurisdiction = JURISDICTIONS.find((one) => one === values.jurisdiction);
    const language = PAPER_LANGUAGES.find((one) => one === values.language);
    if (jurisdiction === undefined)
      return err(
        `--jurisdiction is one of ${JURISDICTIONS.join(', ')}, not ${values.jurisdiction ?? 'left out'}. ${usage}`,
      );
    if (language === undefined)
      return err(`--language is one of ${PAPER_LANGUAGES.join(', ')}, not ${values.language ?? 'left out'}. ${usage}`);
    if (values.out === undefined || values.out === '') return err(`--out names the file to write. ${usage}`);
    return ok({ jurisdiction, language, out: values.out });
  } catch (error) {
    return err(`${wordsOf(error)} ${usage}`);
  }
}

function unexpected(error: unknown): Result<never, string> {
  return err(`The sample was not written: ${wordsOf(error)}`);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
