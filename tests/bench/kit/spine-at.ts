/** The product's server spine on a database, in this process: no HTTP in between, everything else as in `compose.ts`. */
import { createHash, randomUUID } from 'node:crypto';
import { authorise } from '@cession/server/app/authorise.ts';
import { openDatabase, type Database } from '@cession/server/db/client.ts';
import { effects } from '@cession/server/effects.ts';
import type { Effect } from '@cession/server/sync/effect.ts';
import type { Env, Timer } from '@cession/server/sync/env.ts';
import { createPgStore } from '@cession/server/sync/pg-store.ts';
import { createServerSpine, type ServerSpine } from '@cession/server/sync/spine.ts';
import { tables } from '@cession/server/tables.ts';
import { mutators } from '@cession/shared/mutators.ts';

export interface SpineAt {
  readonly database: Database;
  readonly spine: ServerSpine;
  readonly env: Env;
  close(): Promise<void>;
}

/** What goes wrong is said once: a benchmark with trouble is none. */
function loud() {
  let said = 0;
  const say = (event: string, fields?: unknown): void => {
    said += 1;
    if (said < 4) console.error(event, fields);
  };
  return { info: () => undefined, warn: say, error: say };
}

interface SpineOptions {
  readonly poolSize?: number;
  readonly effects?: Readonly<Record<string, Effect>>;
}

export function spineAt(url: string, { poolSize = 10, effects: more = {} }: SpineOptions = {}): SpineAt {
  const log = loud();
  const database = openDatabase(url, poolSize, log);
  const env: Env = {
    now: () => Date.now(),
    mono: () => performance.now(),
    rand: () => Math.random(),
    uuid: () => randomUUID(),
    hash: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  };
  const timer: Timer = {
    after: (ms, work) => {
      const handle = setTimeout(work, ms);
      return { cancel: () => clearTimeout(handle) };
    },
  };
  const store = createPgStore(database, tables);
  const spine = createServerSpine(
    { mutators, tables, effects: { ...effects, ...more }, authorise, env, log },
    { store, timer },
  );
  return {
    database,
    spine,
    env,
    close: async () => {
      await spine.stop();
      await database.$client.end();
    },
  };
}
