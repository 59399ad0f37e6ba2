/** `pnpm torture`: the real thing while everything goes wrong. Prints one JSON object; what goes on is told on the other channel. */
import { createEndings } from '../torture/endings.ts';
import { readOptions, type Options } from '../torture/options.ts';
import { torture } from '../torture/run.ts';

const say = (words: string): void => void process.stderr.write(`${words}\n`);
const endings = createEndings(say);
let isLeaving = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);
process.on('exit', endings.endNow);

const code = await run(optionsOrWords());
process.exit(code);

async function run(options: Options | undefined): Promise<number> {
  if (options === undefined) return 1;
  try {
    const report = await torture(options, say, endings);
    await endings.endAll();
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return report.lost + report.duplicated + report.diverged === 0 ? 0 : 1;
  } catch (error) {
    if (!isLeaving) say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    await endings.endAll();
    return 1;
  }
}

function optionsOrWords(): Options | undefined {
  try {
    return readOptions(process.argv.slice(2).filter((word) => word !== '--'));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** Ctrl-C under a package manager may arrive twice, which is one wish. */
function leave(): void {
  if (isLeaving) return;
  isLeaving = true;
  say('stopping');
  endings.endNow();
  process.exit(130);
}
