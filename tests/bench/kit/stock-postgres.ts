/** A PostgreSQL of its own for one benchmark: the embedded one, as durable as it comes, in a folder that is removed. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type Embedded } from '@cession/server/db/embedded.ts';
import { migrateDatabase } from '@cession/server/db/migrate.ts';
import { databaseUrl, withClient } from '../../support/test-server.ts';

export interface StockPostgres {
  /** Makes a migrated database and answers its address. */
  create(name: string): Promise<string>;
  /** The same rows once more, in a database of their own. Nobody may be connected to the first. */
  copy(name: string, from: string): Promise<string>;
  /** The address of a database made before; it may have moved with a restart. */
  urlOf(name: string): string;
  /** Stops and starts it with other settings; without any, as the product runs it. */
  restart(settings?: Settings): Promise<void>;
  stop(): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

export async function startStockPostgres(settings: Settings = {}): Promise<StockPostgres> {
  const root = mkdtempSync(join(tmpdir(), 'cession-bench-'));
  // The server may run under another account, which has to walk through this folder.
  chmodSync(root, 0o755);
  const start = (extraSettings: Settings): Promise<Embedded> => startEmbedded(join(root, 'data'), { extraSettings });
  let running = await start(settings);
  return {
    create: async (name) => {
      await withClient(running.url, (client) => client.query(`create database ${name}`));
      await migrateDatabase(databaseUrl(running.url, name));
      return databaseUrl(running.url, name);
    },
    copy: async (name, from) => {
      await withClient(running.url, (client) => client.query(`create database ${name} template ${from}`));
      return databaseUrl(running.url, name);
    },
    urlOf: (name) => databaseUrl(running.url, name),
    restart: async (others = {}) => {
      await running.stop();
      running = await start(others);
    },
    stop: async () => {
      await running.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
