import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { ServerKey } from '@cession/shared/notice/device-procedures.ts';
import type { Beacon } from '@cession/shared/notice/evidence.ts';
import type { EvidenceTx } from './evidence-store.ts';

/** The small facts of this device's key, each under its name. */
export interface Facts {
  device: DeviceFact;
  contact: ContactFact | null;
  /** Every key the server ever named to us, newest last: receipts may be older than the last change. */
  serverKeys: readonly ServerKey[];
  /** The next ceremony's number. Never falls, also when the key changes. */
  nextSeq: number;
}

export interface DeviceFact {
  /** Thumbprint of the enrolled key that signs. */
  readonly current: string | null;
  /** Made and kept, not known to the server yet, or its answer was lost. */
  readonly pending: string | null;
  /** Server clock. */
  readonly notBefore: Instant | null;
  readonly revoked: boolean;
  /** The server wants a fresh sign-in before it takes a key. */
  readonly signInAgain: boolean;
}

export interface ContactFact {
  readonly beacon: Beacon;
  /** Device minus server, milliseconds. */
  readonly offsetMs: number;
  /** Device clock, milliseconds. */
  readonly at: number;
}

const AT_FIRST: Facts = {
  device: { current: null, pending: null, notBefore: null, revoked: false, signInAgain: false },
  contact: null,
  serverKeys: [],
  nextSeq: 0,
};

export async function readFact<N extends keyof Facts>(tx: EvidenceTx, name: N): Promise<Facts[N]> {
  // Only writeFact writes these keys.
  return ((await tx.get(`fact:${name}`)) ?? AT_FIRST[name]) as Facts[N];
}

export async function writeFact<N extends keyof Facts>(tx: EvidenceTx, name: N, fact: Facts[N]): Promise<void> {
  await tx.put(`fact:${name}`, fact);
}

export async function changeDevice(tx: EvidenceTx, change: Partial<DeviceFact>): Promise<void> {
  await writeFact(tx, 'device', { ...(await readFact(tx, 'device')), ...change });
}

export async function addServerKey(tx: EvidenceTx, { keyId, publicKey }: ServerKey): Promise<void> {
  const known = await readFact(tx, 'serverKeys');
  if (known.some((key) => key.keyId === keyId)) return;
  await writeFact(tx, 'serverKeys', [...known, { keyId, publicKey }]);
}
