import { addMs, instantToMs, type Instant } from '../kernel/instant.ts';
import { serverTimeOf } from './evidence-time-checks.ts';
import { failed, passed, type Findings, type Found } from './evidence-findings.ts';
import type { EvidenceBundle } from './evidence.ts';
import type { DeviceRecord, EvidenceWorld } from './evidence-world.ts';
import { keyThumbprint } from './signed-text.ts';

/** How far two honest clocks may be apart, milliseconds. */
const CLOCKS_APART = 120_000;

/** Whose key it is, and whether it counted when it signed and when the bundle came. */
export async function deviceChecks(
  bundle: EvidenceBundle,
  world: EvidenceWorld,
): Promise<{ readonly findings: Findings; readonly quarantine: boolean }> {
  const device = await world.device(bundle.deviceKey.id);
  const known = await knownOf(bundle, device, world);
  if (device === null) return { findings: { 'device.known': known }, quarantine: false };
  const revoked = revokedOf(bundle, device, world.receivedAt);
  const valid = revoked === null ? validOf(bundle, device) : failed(revoked);
  return { findings: { 'device.known': known, 'device.valid-then': valid }, quarantine: revoked !== null };
}

async function knownOf(
  { deviceKey }: EvidenceBundle,
  device: DeviceRecord | null,
  { crypto, sender }: EvidenceWorld,
): Promise<Found> {
  if ((await keyThumbprint(deviceKey.publicKey, crypto)) !== deviceKey.id)
    return failed('the key is not the one its name says');
  if (device === null) return failed('a device nobody enrolled');
  if (device.companyId !== sender.companyId) return failed('a device of another company');
  if (device.userId !== sender.userId) return failed("another person's device");
  const { x, y } = device.publicKey;
  if (x !== deviceKey.publicKey.x || y !== deviceKey.publicKey.y) return failed('another key under this name');
  return passed(deviceKey.id);
}

/** Why trust had ended: what comes after a revocation, and what was signed or came once the key may have been used by others. */
function revokedOf(bundle: EvidenceBundle, device: DeviceRecord, receivedAt: Instant): string | null {
  const { revokedAt, compromisedSince } = device;
  if (revokedAt !== null && receivedAt >= revokedAt) return `revoked at ${revokedAt}, the bundle came later`;
  if (compromisedSince === null) return null;
  const doubted = receivedAt >= compromisedSince || closedAtOf(bundle) >= instantToMs(compromisedSince);
  return doubted ? `in doubt since ${compromisedSince}` : null;
}

function validOf(bundle: EvidenceBundle, { notBefore, replacedAt }: DeviceRecord): Found {
  if (closedAtOf(bundle) < instantToMs(addMs(notBefore, -CLOCKS_APART)))
    return failed(`signed before the device was enrolled at ${notBefore}`);
  const first = bundle.events[0]?.body;
  const startedAt = first ? serverTimeOf(bundle, first.at) : 0;
  if (startedAt < instantToMs(addMs(notBefore, -CLOCKS_APART)))
    return failed(`begun before the device was enrolled at ${notBefore}`);
  if (replacedAt !== null && startedAt > instantToMs(addMs(replacedAt, CLOCKS_APART)))
    return failed(`begun after another key took its place at ${replacedAt}`);
  return passed(`enrolled ${notBefore}`);
}

function closedAtOf(bundle: EvidenceBundle): number {
  const last = bundle.events.at(-1)?.body;
  return last ? serverTimeOf(bundle, last.at) : 0;
}
