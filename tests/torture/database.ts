/** A real PostgreSQL with a data folder of its own and durability as shipped, which can be killed and recovers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded, type Embedded } from '@cession/server/db/embedded.ts';
import { killHard } from './kill-hard.ts';

export interface RealDatabase {
  /** Straight to the server, for the checker. */
  readonly url: () => string;
  readonly port: () => number;
  /** SIGKILL to the postmaster and every backend; it is then started again on what is on the disk. */
  killAndRestart(downMs: number): Promise<void>;
  stop(): Promise<void>;
  /** For an end that cannot wait. */
  killNow(): void;
}

export async function startDatabase(dataDir: string): Promise<RealDatabase> {
  let embedded: Embedded = await startEmbedded(dataDir);
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  const everyPid = (): number[] => {
    const [first] = readFileSync(pidFile, 'utf8').split('\n');
    const postmaster = Number(first);
    return postmaster > 0 ? [postmaster, ...childrenOf(postmaster)] : [];
  };
  return {
    url: () => embedded.url,
    port: () => Number(new URL(embedded.url).port),
    killAndRestart: async (downMs) => {
      for (const pid of everyPid()) killHard(pid);
      // Lets go of the folder; there is nothing left to stop.
      await embedded.stop();
      await new Promise((resolve) => setTimeout(resolve, downMs));
      embedded = await startEmbedded(dataDir);
    },
    stop: () => embedded.stop(),
    killNow: () => {
      try {
        for (const pid of everyPid()) killHard(pid);
      } catch {
        // it has no pid file: it is down
      }
    },
  };
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === parent)
    .map(Number);
}

/** The fourth word of `stat`; the second is a name in brackets that may hold anything. */
function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null; // gone meanwhile
  }
}
