import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { closeCeremony } from '@cession/shared/notice/close-ceremony.ts';
import type { EvidenceBundle, SignedEvent } from '@cession/shared/notice/evidence.ts';
import type { CeremonyId, NoticeId } from '@cession/shared/notice/notice.ts';
import type * as z from 'zod/mini';
import type { EvidenceStore, EvidenceTx } from '../device-key/evidence-store.ts';

/** What the mutation `notice.close-ceremony` takes: the bundle's text and what it comes to. */
export type ClosedCeremony = z.infer<(typeof closeCeremony)['args']>;

/** One ceremony on this device, from `prepared` until the server's receipt is here. */
export interface KeptCeremony {
  readonly id: CeremonyId;
  readonly noticeId: NoticeId;
  readonly deviceKey: EvidenceBundle['deviceKey'];
  readonly deviceSeq: number;
  /** Device clock. */
  readonly startedAt: Instant;
  /** null while it goes on. */
  readonly closed: ClosedCeremony | null;
  /** The mutation it travels with; null: not handed to the outbox yet. */
  readonly mutationId: string | null;
}

export async function readCeremonyRecord(tx: EvidenceTx, id: CeremonyId): Promise<KeptCeremony | null> {
  // Only keepCeremony writes these keys.
  return ((await tx.get(`ceremony:${id}`)) ?? null) as KeptCeremony | null;
}

export async function keepCeremony(tx: EvidenceTx, kept: KeptCeremony): Promise<void> {
  await tx.put(`ceremony:${kept.id}`, kept);
}

export async function allCeremonies(tx: EvidenceTx): Promise<readonly KeptCeremony[]> {
  // Only keepCeremony writes these keys.
  return (await tx.all('ceremony:')) as readonly KeptCeremony[];
}

/** In the order they were signed. */
export async function readEvents(tx: EvidenceTx, id: CeremonyId): Promise<readonly SignedEvent[]> {
  // Only keepEvent writes these keys.
  return (await tx.all(`event:${id}:`)) as readonly SignedEvent[];
}

/** Never writes over an event: of two that want the same place the second is told so by `false`. */
export async function keepEvent(tx: EvidenceTx, event: SignedEvent): Promise<boolean> {
  const key = `event:${event.body.ceremonyId}:${String(event.body.seq).padStart(4, '0')}`;
  // Only this function writes these keys.
  const there = (await tx.get(key)) as SignedEvent | undefined;
  // The store may run us again after a broken connection whose commit went through.
  if (there !== undefined) return there.hash === event.hash;
  await tx.put(key, event);
  return true;
}

export async function removeCeremony(tx: EvidenceTx, id: CeremonyId): Promise<void> {
  await tx.removeAll(`event:${id}:`);
  await tx.remove(`ceremony:${id}`);
}

/** Something is being signed with the key in use. */
export async function holdsOpenCeremony(store: EvidenceStore): Promise<boolean> {
  return (await store.tx('r', allCeremonies)).some(({ closed }) => closed === null);
}
