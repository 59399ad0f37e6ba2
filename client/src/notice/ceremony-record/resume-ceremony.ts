import type { CeremonyId } from '@cession/shared/notice/notice.ts';
import { loadDeviceKey } from '../device-key/device-key.ts';
import type { EvidenceParts } from '../device-key/evidence-parts.ts';
import type { EvidenceStore } from '../device-key/evidence-store.ts';
import { CannotRecord } from './cannot-record.ts';
import { createRecorder, type CeremonyRecorder } from './ceremony-recorder.ts';
import { takeSeat } from './ceremony-seat.ts';
import { allCeremonies, readCeremonyRecord, readEvents, removeCeremony, type KeptCeremony } from './ceremony-shelf.ts';

/** Recorders of this page: a screen that is drawn twice gets the same one. */
const live = new WeakMap<EvidenceStore, Map<CeremonyId, Promise<CeremonyRecorder>>>();

/**
 * Goes on with a ceremony where the tablet died or the screen was left. What is recorded from here on carries a new
 * session. Rejects with CannotRecord: unknown, closed, or held by another tab.
 */
export function resumeCeremony(parts: EvidenceParts, ceremonyId: CeremonyId): Promise<CeremonyRecorder> {
  const here = live.get(parts.store) ?? new Map<CeremonyId, Promise<CeremonyRecorder>>();
  live.set(parts.store, here);
  const known = here.get(ceremonyId);
  if (known) return known;
  const sitting = sit(parts, ceremonyId, () => here.delete(ceremonyId));
  here.set(ceremonyId, sitting);
  sitting.catch(() => here.delete(ceremonyId));
  return sitting;
}

async function sit(parts: EvidenceParts, id: CeremonyId, forget: () => void): Promise<CeremonyRecorder> {
  const seat = await takeSeat(parts, id);
  if (seat === null) throw new CannotRecord('ceremony.elsewhere');
  const leave = () => {
    forget();
    seat();
  };
  try {
    const { kept, events } = await parts.store.tx('r', async (tx) => ({
      kept: await readCeremonyRecord(tx, id),
      events: await readEvents(tx, id),
    }));
    if (kept === null) throw new CannotRecord('ceremony.unknown');
    if (kept.closed !== null) throw new CannotRecord('ceremony.closed');
    const key = await loadDeviceKey(parts, kept.deviceKey.id);
    if (key === null) throw new CannotRecord('ceremony.no-key');
    return createRecorder({ parts, kept, key, events, leave });
  } catch (failure) {
    leave();
    throw failure;
  }
}

/** Ceremonies that were begun here and not closed, oldest first. */
export async function openCeremonies(parts: EvidenceParts): Promise<readonly KeptCeremony[]> {
  const all = await parts.store.tx('r', allCeremonies);
  return all.filter(({ closed }) => closed === null).toSorted((a, b) => a.deviceSeq - b.deviceSeq);
}

/**
 * Throws away a ceremony that never reached the debtor. Its number stays used: the server will see that one is missing.
 * One that is gone already is fine. Rejects with CannotRecord `ceremony.begun` once the tablet was handed over.
 */
export async function abandonCeremony(parts: EvidenceParts, ceremonyId: CeremonyId): Promise<void> {
  if ((await parts.store.tx('r', (tx) => readCeremonyRecord(tx, ceremonyId))) === null) return;
  const recorder = await resumeCeremony(parts, ceremonyId);
  if (recorder.state.handedOver || recorder.state.outcome !== null) throw new CannotRecord('ceremony.begun');
  await parts.store.tx('rw', (tx) => removeCeremony(tx, ceremonyId));
  recorder.release();
}
