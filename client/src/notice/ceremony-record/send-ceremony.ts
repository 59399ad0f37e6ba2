import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import { ceremonies } from '@cession/shared/notice/ceremony.ts';
import { closeCeremony } from '@cession/shared/notice/close-ceremony.ts';
import type { CeremonyId } from '@cession/shared/notice/notice.ts';
import { rowKey } from '../../store/local-records.ts';
import type { NotSaved } from '../../sync/perform.ts';
import type { Sync } from '../../sync/start-sync.ts';
import type { EvidenceParts } from '../device-key/evidence-parts.ts';
import { CannotRecord } from './cannot-record.ts';
import { allCeremonies, keepCeremony, readCeremonyRecord, type KeptCeremony } from './ceremony-shelf.ts';

export type Carrier = Pick<Sync, 'perform' | 'mirror'>;
/** Why the outbox did not take it. The evidence stays here and is offered again at the next start. */
export type NotSent = NotSaved<{ readonly code: string }>;

/**
 * Hands a closed ceremony to the outbox, once however often it is asked. The evidence itself stays on this device until
 * `releaseProven`. Rejects with CannotRecord for one that is unknown or not closed.
 */
export async function sendCeremony(
  parts: EvidenceParts,
  sync: Carrier,
  ceremonyId: CeremonyId,
): Promise<Result<{ readonly mutationId: string | null }, NotSent>> {
  const kept = await parts.store.tx('r', (tx) => readCeremonyRecord(tx, ceremonyId));
  if (kept === null || kept.closed === null) throw new CannotRecord('ceremony.unknown');
  if (isOnItsWay(sync, kept)) return ok({ mutationId: kept.mutationId });
  const saved = await sync.perform(closeCeremony, kept.closed);
  if (!saved.ok) {
    // Another tab was quicker, or the server has had it all along.
    const isKept = saved.error.kind === 'refused' && saved.error.refusal.code === 'ceremony.kept';
    return isKept ? ok({ mutationId: kept.mutationId }) : err(saved.error);
  }
  const { mutationId } = saved.value;
  await parts.store.tx('rw', async (tx) => {
    const now = await readCeremonyRecord(tx, ceremonyId);
    if (now !== null) await keepCeremony(tx, { ...now, mutationId });
  });
  return ok({ mutationId });
}

/** Everything that was closed and has not gone, for example because the tablet died right after. */
export async function sendClosed(parts: EvidenceParts, sync: Carrier): Promise<void> {
  for (const { id, closed } of await parts.store.tx('r', allCeremonies)) {
    if (closed !== null) await sendCeremony(parts, sync, id);
  }
}

/** The row is here, or the outbox holds it, whatever became of it: a refusal waits for a person. */
function isOnItsWay({ mirror }: Carrier, { id }: KeptCeremony): boolean {
  const key = rowKey(ceremonies.name, id);
  if (mirror.row(key) !== null) return true;
  return mirror.entriesOf(key).some(({ name }) => name === closeCeremony.name);
}
