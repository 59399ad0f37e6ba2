import { instantToMs } from '@cession/shared/kernel/instant.ts';
import { deviceBeacon } from '@cession/shared/notice/device-procedures.ts';
import type { Beacon } from '@cession/shared/notice/evidence.ts';
import { verifyBeacon } from '@cession/shared/notice/signed-text.ts';
import { addServerKey, changeDevice, readFact, writeFact } from './device-facts.ts';
import { cryptoOf, type EvidenceParts } from './evidence-parts.ts';

/** The server's signed time, and whether it still trusts this device. Rejects with AskFailure. */
export async function fetchBeacon(parts: EvidenceParts, deviceKey: string): Promise<void> {
  const askedAt = parts.env.now();
  const { beacon, revoked, serverKey } = await parts.ask(deviceBeacon, { deviceKey });
  await parts.store.tx('rw', async (tx) => {
    await addServerKey(tx, serverKey);
    await changeDevice(tx, { revoked });
  });
  await noteBeacon(parts, beacon, askedAt);
}

/** Kept only if a key of the server's signed it; with it how far our clock is off, taken in the middle of the way. */
export async function noteBeacon(parts: EvidenceParts, beacon: Beacon, askedAt: number): Promise<void> {
  const at = parts.env.now();
  const known = await parts.store.tx('r', (tx) => readFact(tx, 'serverKeys'));
  const key = known.find(({ keyId }) => keyId === beacon.keyId);
  if (!key || !(await verifyBeacon(beacon, key.publicKey, cryptoOf(parts)))) throw new Error('a beacon nobody signed');
  const offsetMs = Math.round((askedAt + at) / 2 - instantToMs(beacon.t));
  await parts.store.tx('rw', (tx) => writeFact(tx, 'contact', { beacon, offsetMs, at }));
}
