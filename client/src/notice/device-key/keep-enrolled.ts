import { AskFailure } from '../../device/ask-server.ts';
import { holdsOpenCeremony } from '../ceremony-record/ceremony-shelf.ts';
import { changeDevice, readFact } from './device-facts.ts';
import { ensureDeviceKey } from './device-key.ts';
import { readDeviceState, type DeviceState } from './device-state.ts';
import { enrolThisDevice, offerAgain } from './enrol-device.ts';
import type { EvidenceParts } from './evidence-parts.ts';
import { fetchBeacon } from './fetch-beacon.ts';

/** Keeps this device known to the server, as far as there is a signal. */
export interface EnrolmentKeeper {
  /** null until the disk was read. */
  state(): DeviceState | null;
  subscribe(changed: () => void): () => void;
  /**
   * Enrols, renews and fetches a beacon where that is due, and answers how things stand. `hourly` from the background;
   * `ceremony` before one begins, with a beacon of at most five minutes. Never rejects for want of a signal.
   */
  check(why: 'hourly' | 'ceremony'): Promise<DeviceState>;
}

const OLDEST_BEACON_MS = { hourly: 3_600_000, ceremony: 300_000 } as const;

export function createEnrolmentKeeper(parts: EvidenceParts): EnrolmentKeeper {
  const listeners = new Set<() => void>();
  let state: DeviceState | null = null;
  let line: Promise<unknown> = Promise.resolve();

  async function look(why: keyof typeof OLDEST_BEACON_MS): Promise<DeviceState> {
    await alone(parts, () => doWhatIsDue(parts, why));
    const problem = await ensureDeviceKey(parts);
    state = problem.ok ? await readDeviceState(parts) : { kind: 'no-key', why: problem.error };
    for (const changed of listeners) changed();
    return state;
  }

  return {
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    check: (why) => {
      const turn = line.then(() => look(why));
      line = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** Of two tabs one enrols; the other finds it done. */
async function alone(parts: EvidenceParts, work: () => Promise<void>): Promise<void> {
  const { locks, person } = parts;
  if (locks === null) return work();
  const name = `enrol:${person.companyId}:${person.userId}`;
  await locks.hold(name, { steal: false, giveUp: new AbortController().signal }, work);
}

async function doWhatIsDue(parts: EvidenceParts, why: keyof typeof OLDEST_BEACON_MS): Promise<void> {
  try {
    const before = await readDeviceState(parts);
    if (before.kind === 'no-key') return;
    if (before.kind === 'not-enrolled') return void (await enrolThisDevice(parts));
    const deviceKey = await beaconIfOld(parts, OLDEST_BEACON_MS[why]);
    const isFree = deviceKey !== null && !(await holdsOpenCeremony(parts.store));
    if (before.kind === 'ready' && before.renewal !== 'not-due' && isFree) await enrolThisDevice(parts);
  } catch (failure) {
    if (!(failure instanceof AskFailure)) throw failure;
    await noteRefusal(parts, failure.code);
  }
}

/** Answers the key that is in use, or null where trust in it has ended. */
async function beaconIfOld(parts: EvidenceParts, oldest: number): Promise<string | null> {
  const read = () =>
    parts.store.tx('r', async (tx) => ({
      device: await readFact(tx, 'device'),
      contact: await readFact(tx, 'contact'),
    }));
  const { device, contact } = await read();
  if (device.current === null) return null;
  const age = contact === null ? Infinity : Math.abs(parts.env.now() - contact.at);
  if (age > oldest) await fetchBeacon(parts, device.current);
  return (await read()).device.revoked ? null : device.current;
}

/** Codes of device-procedures. Anything else says nothing about the key: it is tried again later. */
async function noteRefusal(parts: EvidenceParts, code: string): Promise<void> {
  if (code === 'device.sign-in-again') await parts.store.tx('rw', (tx) => changeDevice(tx, { signInAgain: true }));
  if (code === 'device.revoked') await parts.store.tx('rw', (tx) => changeDevice(tx, { revoked: true }));
  if (code === 'device.unknown') await offerAgain(parts);
}
