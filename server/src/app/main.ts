import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Database } from '../db/client.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { StartRefused } from '../db/start-refused.ts';
import { banner } from './banner.ts';
import { composeApp } from './compose.ts';
import { readEnv, type Env } from './env.ts';
import { createHttp, type Mount } from './http.ts';
import { readOrMakeSecret } from './kept-secret.ts';
import { listen } from './listen.ts';
import { createLog } from './log.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FINISH_WITHIN_MS = 5000;

/** What has been started so far and how each thing ends; ended in reverse. */
const endings: { readonly name: string; readonly end: () => Promise<void> }[] = [];
let stopping: Promise<void> | undefined;
let askedAt = 0;

const env = readEnvironment();
const log = createLog(env.logLevel);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => leave(signal));
process.on('uncaughtException', (error) => fail(error));
process.on('unhandledRejection', (error) => fail(error));
const starting = start();
starting.catch(fail);

async function start(): Promise<void> {
  const { url, isNewEmbedded, confirmFirstUse } = await findDatabase();
  await migrateDatabase(url);
  const database = openDatabase(url, env.databasePoolSize, log);
  begun('database pool', () => database.$client.end());
  const composed = await composeApp({ env, database, log, isNewEmbedded });
  begun('app', () => composed.stop());
  confirmFirstUse();
  await openDoor(database, composed.mounts);
  console.log(banner({ ...env, demo: composed.demo }));
}

async function findDatabase() {
  if (env.databaseUrl !== undefined)
    return { url: env.databaseUrl, isNewEmbedded: false, confirmFirstUse: () => undefined };
  const embedded = await startEmbedded(env.dataDir);
  begun('embedded database', () => embedded.stop());
  return { url: embedded.url, isNewEmbedded: embedded.isNew, confirmFirstUse: () => embedded.confirmFirstUse() };
}

async function openDoor(database: Database, mounts: readonly Mount[]): Promise<void> {
  const version = readVersion();
  const http = createHttp({ ...env, mounts, database, log, version, clientDir: join(ROOT, 'client', 'dist') });
  const door = await listen(http.fetch, env.host, env.port);
  begun('http', () => door.stop(FINISH_WITHIN_MS));
  log.info('app.started', {
    version,
    port: env.port,
    host: env.host,
    database: env.databaseUrl === undefined ? 'embedded' : 'own',
  });
}

function begun(name: string, end: () => Promise<void>): void {
  endings.push({ name, end });
}

/**
 * A second signal does not wait; the embedded database then stays up, and the next start finds it. Ctrl-C under a package
 * manager may arrive twice at once, which is one wish, not two.
 */
function leave(signal: NodeJS.Signals): void {
  if (stopping !== undefined) {
    if (performance.now() - askedAt > 1000) process.exit(130);
    return;
  }
  askedAt = performance.now();
  log.info('app.stopping', { signal });
  // A start that is half-way is let through to its next safe point, so that everything it began is known here.
  stopping = starting.catch(() => undefined).then(stopAll);
  stopping.then(
    () => process.exit(0),
    () => process.exit(1),
  );
}

function fail(error: unknown): void {
  if (error instanceof StartRefused) console.error(error.message);
  else log.error('app.failed', { error });
  stopping ??= stopAll();
  void stopping.finally(() => process.exit(1));
}

async function stopAll(): Promise<void> {
  for (const { name, end } of endings.splice(0).toReversed()) {
    try {
      await end();
    } catch (error) {
      log.error('app.stop-failed', { part: name, error });
      process.exitCode = 1;
    }
  }
}

function readEnvironment(): Env {
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const declared = readEnv(process.env);
  if (declared.ok) {
    try {
      return { ...declared.value, authSecret: declared.value.authSecret ?? readOrMakeSecret(declared.value.dataDir) };
    } catch (error) {
      console.error(error instanceof StartRefused ? error.message : error);
      process.exit(1);
    }
  }
  for (const line of declared.error) console.error(line);
  process.exit(1);
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const named = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return named && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
