import { ok, type Result } from '@cession/shared/kernel/result.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { ReconcileRequest, type ReconcileResponse } from '@cession/shared/sync/protocol.ts';
import { isDone } from './ledger.ts';
import { readEnvelope } from './read-envelope.ts';
import type { RequestRefusal, Spine } from './spine-parts.ts';

/**
 * Tells a phone which of its done mutations are not done on a restored server: lost, or received before the backup and
 * decided anew since, perhaps otherwise. The phone sends those again and hears how they ended here.
 */
export async function reconcile(
  spine: Spine,
  actor: SyncActor,
  body: unknown,
): Promise<Result<ReconcileResponse, RequestRefusal>> {
  const request = readEnvelope(ReconcileRequest, body);
  if (!request.ok) return request;
  const { ids } = request.value;
  return ok(
    await spine.store.snapshot(actor.companyId, async (tx) => {
      const known = await tx.knownIds(ids);
      const own = await tx.entriesOf(actor.userId, ids);
      const undone = new Set(own.filter(({ state }) => !isDone(state)).map(({ id }) => id));
      return { epoch: (await tx.head()).epoch, missing: ids.filter((id) => !known.has(id) || undone.has(id)) };
    }),
  );
}
