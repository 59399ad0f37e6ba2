/** A server on a real database, with a clock that waits to be told. The people at work in it: `work-at-company.ts`. */
import { createHash, randomUUID } from 'node:crypto';
import { authorise } from '@cession/server/app/authorise.ts';
import { openDatabase } from '@cession/server/db/client.ts';
import { effects } from '@cession/server/effects.ts';
import type { Env } from '@cession/server/sync/env.ts';
import { createPgStore } from '@cession/server/sync/pg-store.ts';
import { createServerSpine } from '@cession/server/sync/spine.ts';
import { tables } from '@cession/server/tables.ts';
import { instantToMs, msToInstant, type Instant } from '@cession/shared/kernel/instant.ts';
import { mutators } from '@cession/shared/mutators.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { openCompany, type Server, type Work } from './work-at-company.ts';

const MINUTE_MS = 60 * 1000;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface QueueWorld {
  readonly server: Server;
  openServer(): Server;
  /** Moves the clock of every server. */
  wait(minutes: number): void;
  now(): Instant;
  newCompany(country?: string): Promise<Work>;
  stop(): Promise<void>;
}

export async function openQueueWorld(): Promise<QueueWorld> {
  const { url, drop } = await createTestDatabase();
  // A Tuesday morning, half past nine in Budapest.
  let nowMs = instantToMs('2026-11-24T08:30:00.000Z' as Instant);
  const now = () => msToInstant(nowMs);
  const opened: Server[] = [];
  const openServer = (): Server => {
    const server = startServer(url, () => nowMs);
    opened.push(server);
    return server;
  };
  const server = openServer();
  return {
    server,
    openServer,
    wait: (minutes) => void (nowMs += minutes * MINUTE_MS),
    now,
    newCompany: (country = 'HU') => openCompany(server, country, now),
    stop: async () => {
      for (const { spine, database } of opened) {
        await spine.stop();
        await database.$client.end();
      }
      await drop();
    },
  };
}

function startServer(url: string, now: () => number): Server {
  const database = openDatabase(url, 10, quiet);
  const env: Env = {
    now,
    mono: () => performance.now(),
    rand: () => Math.random(),
    uuid: () => randomUUID(),
    hash: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  };
  const timer = { after: () => ({ cancel: () => undefined }) };
  const store = createPgStore(database, tables);
  const spine = createServerSpine({ mutators, tables, effects, authorise, env, log: quiet }, { store, timer });
  return { database, spine, env };
}
