/** A server spine on a real database, and phones that talk to it without a network in between. */
import { createHash, randomUUID } from 'node:crypto';
import type { Result } from '@cession/shared/kernel/result.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { openDatabase, type Database } from '@cession/server/db/client.ts';
import type { Timer } from '@cession/server/sync/env.ts';
import { createPgStore } from '@cession/server/sync/pg-store.ts';
import { createServerSpine, type ServerSpine } from '@cession/server/sync/spine.ts';
import type { SyncParts } from '@cession/server/sync/spine-parts.ts';
import type { ServerStore } from '@cession/server/sync/store.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { withClient } from '../support/test-server.ts';
import { BUSINESS_SQL, effects, mutators, tables } from './server-notes.ts';

export interface Logged {
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>> | undefined;
}

export interface ServerWorld {
  readonly url: string;
  readonly spine: ServerSpine;
  readonly database: Database;
  readonly logged: readonly Logged[];
  /** One more server process on the same database: its own pool, its own spine. */
  another(
    parts?: Partial<SyncParts>,
    around?: (store: ServerStore) => ServerStore,
  ): { readonly spine: ServerSpine; readonly database: Database };
  stop(): Promise<void>;
}

export async function openServerWorld(): Promise<ServerWorld> {
  const { url, drop } = await createTestDatabase();
  await withClient(url, (client) => client.query(BUSINESS_SQL));
  const logged: Logged[] = [];
  const opened: { spine: ServerSpine; database: Database }[] = [];
  const another = (parts: Partial<SyncParts> = {}, around = (store: ServerStore): ServerStore => store) => {
    const database = openDatabase(url, 10, { warn: () => undefined });
    const note = (event: string, fields?: Logged['fields']) => void logged.push({ event, fields });
    const store = around(createPgStore(database, tables));
    const log = { info: note, warn: note, error: note };
    const spine = createServerSpine(
      { mutators, tables, effects, authorise: () => null, env: realEnv, log, ...parts },
      { store, timer: realTimer },
    );
    opened.push({ spine, database });
    return { spine, database };
  };
  const { spine, database } = another();
  const stop = async () => {
    for (const one of opened) {
      await one.spine.stop();
      await one.database.$client.end();
    }
    await drop();
  };
  return { url, spine, database, logged, another, stop };
}

const realEnv: SyncParts['env'] = {
  now: () => Date.now(),
  mono: () => performance.now(),
  rand: () => Math.random(),
  uuid: () => randomUUID(),
  hash: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
};

const realTimer: Timer = {
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return { cancel: () => clearTimeout(timer) };
  },
};

export function newPerson(companyId: string, ...roles: string[]): SyncActor {
  return { userId: randomUUID(), companyId, roles };
}

/** A value that must be ok, unwrapped. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
