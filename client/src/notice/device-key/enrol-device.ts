import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import { deviceChallenge, enrolDevice } from '@cession/shared/notice/device-procedures.ts';
import { signText } from '@cession/shared/notice/signed-text.ts';
import { addServerKey, changeDevice, readFact, writeFact } from './device-facts.ts';
import { loadDeviceKey, makePendingKey, type DeviceKey, type KeyProblem } from './device-key.ts';
import type { EvidenceParts } from './evidence-parts.ts';
import { noteBeacon } from './fetch-beacon.ts';

/**
 * Makes this device's key known to the server, or a new one in place of an enrolled one. A key whose enrolment was
 * never answered is offered again: the server says the same twice. Rejects with AskFailure where the server refuses
 * or is not there.
 */
export async function enrolThisDevice(parts: EvidenceParts): Promise<Result<DeviceKey, KeyProblem>> {
  const { current, pending } = await parts.store.tx('r', (tx) => readFact(tx, 'device'));
  const waiting = pending === null ? null : await loadDeviceKey(parts, pending);
  const made = waiting === null ? await makePendingKey(parts) : ok(waiting);
  if (!made.ok) return err(made.error);
  const before = current === null ? null : await loadDeviceKey(parts, current);
  await offer(parts, made.value, before);
  return made;
}

async function offer(parts: EvidenceParts, key: DeviceKey, before: DeviceKey | null): Promise<void> {
  const { nonce, serverKey } = await parts.ask(deviceChallenge, {});
  const { label, build } = parts.device;
  const body = { nonce, publicKey: key.publicKey, label: label.slice(0, 120), build: build.slice(0, 160) };
  const signature = await signText('enrol', body, key.sign);
  const replaces =
    before === null ? null : { deviceKey: before.id, signature: await signText('replace', body, before.sign) };
  const askedAt = parts.env.now();
  const { notBefore, beacon } = await parts.ask(enrolDevice, { ...body, signature, replaces });
  await parts.store.tx('rw', async (tx) => {
    await changeDevice(tx, { current: key.id, pending: null, notBefore, revoked: false, signInAgain: false });
    await addServerKey(tx, serverKey);
  });
  await noteBeacon(parts, beacon, askedAt);
}

/** The server has lost this key (a restored backup): it is offered again as a new one. */
export async function offerAgain(parts: EvidenceParts): Promise<void> {
  await parts.store.tx('rw', async (tx) => {
    const device = await readFact(tx, 'device');
    await writeFact(tx, 'device', { ...device, current: null, pending: device.current ?? device.pending });
  });
}
