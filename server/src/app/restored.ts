/**
 * `npx pnpm@12 restored`: for whoever has put a backup back in place. The database gets a new epoch; every phone that
 * comes starts over from it, keeps its outbox, and sends again what the backup lacks.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../db/client.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { StartRefused } from '../db/start-refused.ts';
import { renewEpoch } from '../sync/notice-restore.ts';
import { readEnv } from './env.ts';
import { createLog } from './log.ts';

const ROOT = join(import.meta.dirname, '../../..');

await tell().catch((error: unknown) => {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof StartRefused ? error.message : String(error)}\n`);
});

async function tell(): Promise<void> {
  process.chdir(ROOT);
  const dotEnv = join(ROOT, '.env');
  if (existsSync(dotEnv)) process.loadEnvFile(dotEnv);
  const env = readEnv(process.env);
  if (!env.ok) throw new StartRefused(env.error.join('\n'));
  const { databaseUrl, dataDir, logLevel } = env.value;
  const embedded = databaseUrl === undefined ? await startEmbedded(dataDir) : null;
  try {
    const url = databaseUrl ?? embedded?.url ?? '';
    await migrateDatabase(url);
    const database = openDatabase(url, 2, createLog(logLevel));
    const epoch = await renewEpoch(database).finally(() => database.$client.end());
    process.stdout.write(`The phones will refill this database as they come. Its new epoch is ${epoch}.\n`);
  } finally {
    await embedded?.stop();
  }
}
