import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const benchDir = join(import.meta.dirname, '..', 'bench');
const names = readdirSync(benchDir)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
  .toSorted();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark called ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`);
  process.exit(1);
}

/** Each benchmark prints one JSON object of its own; a process each, so that none warms up another. */
let failed = 0;
for (const name of wanted.length > 0 ? wanted : names) {
  const { status } = spawnSync(process.execPath, [join(benchDir, `${name}.ts`)], { stdio: 'inherit' });
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
