import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { repoRoot } from '../support/run-step.ts';
import { OWN_PATH, type OwnFile } from './front-line.ts';

const HTML = `<!doctype html><meta charset="utf-8"><title>driver</title>`;

/** The driver's page with all it imports from the product, ready to be served: by path. */
export async function bundleDriver(): Promise<ReadonlyMap<string, OwnFile>> {
  const manifest: unknown = JSON.parse(readFileSync(join(repoRoot, 'client', 'package.json'), 'utf8'));
  const isNamed = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    base: OWN_PATH,
    // The same version as the app's own: opening the one after the other decides nothing again.
    define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(isNamed ? manifest.version : '') },
    build: {
      write: false,
      target: 'es2024',
      modulePreload: false,
      rolldownOptions: { input: fileURLToPath(new URL('./driver/driver.ts', import.meta.url)) },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('the driver was not built');
  const files = new Map<string, OwnFile>();
  for (const part of output.output) {
    if (part.type !== 'chunk') continue;
    files.set(`${OWN_PATH}${part.fileName}`, { type: 'text/javascript', text: part.code });
    if (!part.isEntry) continue;
    const script = `<script type="module" src="${OWN_PATH}${part.fileName}"></script>`;
    files.set(`${OWN_PATH}driver`, { type: 'text/html', text: HTML + script });
  }
  return files;
}
