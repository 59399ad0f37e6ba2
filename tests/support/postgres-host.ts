/**
 * Holds the test run's PostgreSQL for as long as its standard input stays open, then stops it and removes its data.
 * A process of its own, so that a run that is killed, however roughly, still leaves nothing behind.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../server/src/db/embedded.ts';
import { migrateDatabase } from '../../server/src/db/migrate.ts';
import { databaseUrl, TEMPLATE, withClient } from './test-server.ts';

/**
 * Nobody needs these rows after the run: not waiting for the disk makes everything several times faster. A vacuum worker
 * belongs to the superuser, and a test's database could not be dropped while one is at work in it.
 */
const IN_A_HURRY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
};

// A signal meant for the whole terminal is not for us: the end of standard input is.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
// The run may be gone before it was told where the server is.
process.stdout.on('error', () => undefined);
const released = new Promise<void>((resolve) => process.stdin.on('close', () => resolve()).resume());

const root = mkdtempSync(join(tmpdir(), 'cession-postgres-'));
// The server may run under another account, which has to walk through this folder.
chmodSync(root, 0o755);
try {
  const server = await startEmbedded(join(root, 'data'), { extraSettings: IN_A_HURRY });
  try {
    await withClient(server.url, (client) => client.query(`CREATE DATABASE ${TEMPLATE}`));
    await migrateDatabase(databaseUrl(server.url, TEMPLATE));
    process.stdout.write(`${server.url}\n`);
    await released;
  } finally {
    await server.stop();
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
