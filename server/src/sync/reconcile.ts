import { ok, type Result } from '@cession/shared/kernel/result.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { ReconcileRequest, type ReconcileResponse } from '@cession/shared/sync/protocol.ts';
import { readEnvelope } from './read-envelope.ts';
import type { RequestRefusal, Spine } from './spine-parts.ts';

/** Tells a phone which of its done mutations a restored server has lost: the phone sends those again. */
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
      return { epoch: (await tx.head()).epoch, missing: ids.filter((id) => !known.has(id)) };
    }),
  );
}
