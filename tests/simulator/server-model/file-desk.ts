import type { TransportFailure } from '@cession/client/sync/ports.ts';
import type { Database } from '@cession/server/db/client.ts';
import { completeFile, takePart, tellParts, type Taken, type TakeParts } from '@cession/server/document/take-files.ts';
import { fileArrived } from '@cession/server/handoff/file-arrived.ts';
import type { Env } from '@cession/server/sync/env.ts';
import type { ServerSpine } from '@cession/server/sync/spine.ts';
import type { ServerStore } from '@cession/server/sync/store.ts';
import type { DocumentFile } from '@cession/shared/document/document.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { can } from '@cession/shared/people/permissions.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { FileDesk } from './model-parts.ts';
import { NOBODY } from './model-spine.ts';

/** The product's own code over the model's database, answering what the phone's transport makes of the answers. */
export function createFileDesk(store: ServerStore, clerk: ServerSpine, env: Env): FileDesk {
  const takeParts = ({ companyId }: SyncActor): TakeParts => ({
    database: databaseOf(store, companyId),
    take: (company, file) => takeWhole(clerk, env, company, file),
  });
  return {
    parts: (actor, sha256) => heard(actor, (who) => tellParts(takeParts(actor), who, sha256)),
    put: (actor, sha256, n, bytes, partSha256) =>
      heard(actor, async (who) => {
        const given = { sha256, n, bytes: Buffer.from(bytes), partSha256 };
        const taken = await takePart(takeParts(actor), who, given);
        return taken.kind === 'ok' ? { kind: 'ok', value: {} } : taken;
      }),
    complete: (actor, sha256) => heard(actor, (who) => completeFile(takeParts(actor), who, sha256)),
  };
}

async function takeWhole(clerk: ServerSpine, env: Env, companyId: string, file: DocumentFile): Promise<Refusal | null> {
  const act = { id: env.uuid(), name: fileArrived.name, v: 1, args: file, at: msToInstant(env.now()) };
  const verdict = await clerk.perform({ userId: NOBODY, companyId, roles: [] }, act);
  if (!verdict.ok) return { code: verdict.error.code };
  if (verdict.value.state === 'applied' || verdict.value.state === 'noop') return null;
  return verdict.value.refusal ?? { code: 'mutation.failed' };
}

const WAITS: readonly string[] = ['file.not-expected', 'file.incomplete'];

async function heard<T>(
  actor: SyncActor,
  work: (actor: Actor) => Promise<Taken<T>>,
): Promise<Result<T, TransportFailure>> {
  const who: Actor = actor;
  if (!can(who, 'document.add')) return err({ kind: 'forbidden' });
  const taken = await work(who).catch(() => null);
  if (taken === null) return err({ kind: 'busy', status: 500, retryAfterMs: null });
  if (taken.kind === 'ok') return ok(taken.value);
  const { code } = taken;
  if (!code.startsWith('file.')) return err({ kind: 'busy', status: 503, retryAfterMs: null });
  return err({ kind: 'refused', status: WAITS.includes(code) ? 409 : 422, code });
}

/** As much of drizzle's database as a company transaction asks for. The model tries again by itself. */
export function databaseOf(store: ServerStore, companyId: string): Database {
  const database = {
    execute: async () => ({ rows: [{ may: true, unstoppable: false }] }),
    transaction: (work: (tx: unknown) => Promise<unknown>) =>
      store
        .write(companyId, async (tx) => work(tx.database))
        .catch((error: unknown) => {
          throw error instanceof Error && 'code' in error ? new Error(`gave up: ${error.message}`) : error;
        }),
  };
  // `inCompany` asks for nothing else.
  return database as unknown as Database;
}
