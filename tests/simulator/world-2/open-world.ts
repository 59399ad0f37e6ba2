/** Tier 2: real storage, the real server in two processes, a real database. The server starts once for many worlds. */
import 'fake-indexeddb/auto';
import { generateKeyPairSync } from 'node:crypto';
import { inCompany } from '@cession/server/db/company-transaction.ts';
import { startJobs, type Jobs } from '@cession/server/db/jobs.ts';
import { NOTICE_JOBS } from '@cession/server/notice/notice-jobs.ts';
import { signerOf, type ServerSigner } from '@cession/server/notice/server-key.ts';
import { startHost } from '../../support/postgres-server.ts';
import type { OpenTier } from '../run-plan.ts';
import type { Pools } from './server-pair.ts';
import { openPool } from './server-process.ts';
import { createSimDatabase, type SimDatabase } from './sim-database.ts';
import { createWorld2 } from './sim-world.ts';

const NOBODYS = '00000000-0000-0000-0000-000000000000';

/** What all worlds of one run share. Worlds come one after another. */
export interface Ground {
  readonly db: SimDatabase;
  readonly pools: Pools;
  readonly signer: ServerSigner;
  readonly jobs: Jobs;
}

/** On the given PostgreSQL of a test run, or on one of its own. */
export async function openTier2(postgresUrl?: string): Promise<OpenTier> {
  const host = postgresUrl === undefined ? await startHost() : null;
  const db = await createSimDatabase(postgresUrl ?? host?.url ?? '');
  const pools = await createPools(db.url);
  const queue = openPool(db.url, 'sim-queue');
  const log = { warn: () => undefined };
  const ground: Ground = {
    ...{ db, pools },
    signer: await signerOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    jobs: await startJobs({ database: queue, log, kinds: NOTICE_JOBS }),
  };
  return {
    world: (plan, seams) => createWorld2(ground, plan, seams),
    stop: async () => {
      await ground.jobs.stop();
      await Promise.all([queue.$client.end(), pools.end()]);
      await db.drop();
      await host?.stop();
    },
  };
}

async function createPools(url: string): Promise<Pools & { end(): Promise<void> }> {
  let renewed = 0;
  const open = async (place: number) => {
    const name = `sim-${place}-${renewed}`;
    const database = openPool(url, name);
    // What a process asks once in its life is asked before two requests could wait for each other over it.
    await inCompany(database, NOBODYS, { accessMode: 'read only' }, async () => undefined);
    return { name, database };
  };
  const current = [await open(0), await open(1)];
  return {
    at: (place) => {
      const found = current[place];
      if (found === undefined) throw new Error('there are two processes');
      return found;
    },
    renew: async (place) => {
      renewed += 1;
      current[place] = await open(place);
    },
    // What a killed process had taken from its pool never comes back; its connections are gone already.
    end: async () => void (await Promise.all(current.map(({ database }) => database.$client.end()))),
  };
}
