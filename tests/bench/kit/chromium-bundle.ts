/** One file with all it imports, as a page of a benchmark loads it. Each contender gets a bundle of its own. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const bench = join(dirname(fileURLToPath(import.meta.url)), '..');
const peers = createRequire(join(bench, 'peers', 'package.json'));

/** `file` is named from tests/bench. */
export async function bundleForPage(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: bench,
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    resolve: {
      alias: [
        // Node's emitter, which PouchDB's browser build expects some bundler to bring along.
        { find: /^(node:)?events$/u, replacement: join(bench, 'peers', 'browser-events.ts') },
        // The executor must meet the very library its transactions are made of.
        { find: /^@tanstack\/db$/u, replacement: dbOfExecutor() },
      ],
    },
    build: { write: false, minify: true, modulePreload: false, rolldownOptions: { input: join(bench, file) } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${file} was not built`);
  return chunk.code;
}

function dbOfExecutor(): string {
  const executor = peers.resolve('@tanstack/offline-transactions');
  return createRequire(executor).resolve('@tanstack/db').replace('/dist/cjs/index.cjs', '/dist/esm/index.js');
}
