import type { Instant } from '@cession/shared/kernel/instant.ts';
import { readFact } from './device-facts.ts';
import { loadDeviceKey, type KeyProblem } from './device-key.ts';
import type { EvidenceParts } from './evidence-parts.ts';

/** Whether this device can hold a ceremony, and why not. */
export type DeviceState =
  | { readonly kind: 'ready'; readonly deviceKey: string; readonly beaconAt: Instant | null; readonly renewal: Renewal }
  | { readonly kind: 'no-key'; readonly why: KeyProblem }
  /** `sign-in-again`: the server takes a key only right after a sign-in. */
  | { readonly kind: 'not-enrolled'; readonly why: 'no-contact' | 'sign-in-again' }
  /** The office has taken its trust away. */
  | { readonly kind: 'revoked' };

/** A key is renewed every 90 days; an overdue one still signs. */
export type Renewal = 'not-due' | 'due' | 'sign-in-again';

const RENEW_AFTER_MS = 90 * 86_400_000;

/** As things lie on the disk; asks nobody. */
export async function readDeviceState(parts: EvidenceParts): Promise<DeviceState> {
  if (parts.subtle === null) return { kind: 'no-key', why: 'no-crypto' };
  const { device, contact } = await parts.store.tx('r', async (tx) => ({
    device: await readFact(tx, 'device'),
    contact: await readFact(tx, 'contact'),
  }));
  if (device.revoked) return { kind: 'revoked' };
  const key = device.current === null ? null : await loadDeviceKey(parts, device.current);
  if (key === null) return { kind: 'not-enrolled', why: device.signInAgain ? 'sign-in-again' : 'no-contact' };
  const isDue = parts.env.now() - Date.parse(device.notBefore ?? '') > RENEW_AFTER_MS;
  const renewal = isDue ? (device.signInAgain ? 'sign-in-again' : 'due') : 'not-due';
  return { kind: 'ready', deviceKey: key.id, beaconAt: contact?.beacon.t ?? null, renewal };
}
