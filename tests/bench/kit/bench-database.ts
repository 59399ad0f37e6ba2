/** A PostgreSQL of a benchmark's own, as durable as it comes: nothing is switched off. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@cession/server/db/embedded.ts';
import pg from 'pg';
import { cpuSecondsOfFamily, parentOf } from './pinned-process.ts';

export interface BenchDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  /** PostgreSQL's own CPU time so far, all its processes together. */
  cpuSeconds(): number;
  /** Brings the server up again with other settings, on the same data and port. */
  restart(settings: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

/** A commit waits two milliseconds for its flush, as on an ordinary disk: the fast ones here hide what commits cost. */
export const SLOW_DISK = { commit_delay: '2000', commit_siblings: '0' };

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const root = mkdtempSync(join(tmpdir(), 'cession-bench-'));
  // The server may run under another account, which has to walk through this folder.
  chmodSync(root, 0o755);
  const start = (settings: Readonly<Record<string, string>>) =>
    startEmbedded(join(root, 'data'), { extraSettings: settings });
  let embedded = await start({});
  const pool = new pg.Pool({ connectionString: embedded.url, max: 4 });
  pool.on('error', () => undefined);
  let postmaster = await postmasterOf(pool);
  return {
    url: embedded.url,
    pool,
    cpuSeconds: () => cpuSecondsOfFamily(postmaster),
    restart: async (settings) => {
      await embedded.stop();
      embedded = await start(settings);
      postmaster = await postmasterOf(pool);
    },
    stop: async () => {
      await pool.end();
      await embedded.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function postmasterOf(pool: pg.Pool): Promise<number> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
      return parentOf(rows[0]?.pid ?? 0);
    } catch (error) {
      // A connection of before the restart may still lie in the pool.
      if (attempt > 5) throw error;
    }
  }
}
