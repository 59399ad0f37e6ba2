import type { DocumentFile } from '@cession/shared/document/document.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import { registerMutators, type SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { Database } from '../db/client.ts';
import { fileArrived, takeFile } from '../handoff/file-arrived.ts';
import type { Env, SpineLog, Timer } from '../sync/env.ts';
import { createPgStore } from '../sync/pg-store.ts';
import { createServerSpine } from '../sync/spine.ts';
import { tables } from '../tables.ts';

/** Stands in the ledger where a person would. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export interface FileClerk {
  /** Checks a file whose parts are all here. null: it is taken. */
  take(companyId: string, file: DocumentFile): Promise<Refusal | null>;
  stop(): Promise<void>;
}

/** A spine of its own whose one mutator no person can send: the same locks, ledger and versions as everything else. */
export function createFileClerk(parts: {
  readonly database: Database;
  readonly env: Env;
  readonly timer: Timer;
  readonly log: SpineLog;
}): FileClerk {
  const { database, env, timer, log } = parts;
  const spine = createServerSpine(
    {
      ...{ mutators: registerMutators([fileArrived]), tables, authorise, env, log },
      effects: { [fileArrived.name]: takeFile },
    },
    { store: createPgStore(database, tables), timer },
  );
  return {
    take: async (companyId, file) => {
      const act = { id: env.uuid(), name: fileArrived.name, v: 1, args: file, at: msToInstant(env.now()) };
      const verdict = await spine.perform({ userId: NOBODY, companyId, roles: [] }, act);
      if (!verdict.ok) return { code: verdict.error.code };
      if (verdict.value.state === 'applied' || verdict.value.state === 'noop') return null;
      return verdict.value.refusal ?? { code: 'mutation.failed' };
    },
    stop: () => spine.stop(),
  };
}

function authorise({ userId }: SyncActor): Refusal | null {
  return userId === NOBODY ? null : { code: 'permission.denied' };
}
