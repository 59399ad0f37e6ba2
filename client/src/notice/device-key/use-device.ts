import { useEffect, useSyncExternalStore } from 'react';
import { useSessionState } from '../../people/session.tsx';
import type { DeviceState } from './device-state.ts';
import { evidenceDevice, type EvidenceDevice } from './evidence-device.ts';

/** This person's device: `parts` for ceremonies, `keeper` for its enrolment. For screens of an open phone only. */
export function useEvidenceDevice(): EvidenceDevice {
  const state = useSessionState();
  if (state.kind !== 'open' || state.phone === null) throw new Error('this screen needs a phone of its own');
  return evidenceDevice({ profile: state.profile, db: state.phone.db });
}

/** How this device stands; null until it is known. Looks at once, and asks the server for a fresh beacon. */
export function useDeviceState(): DeviceState | null {
  const { keeper, parts } = useEvidenceDevice();
  useEffect(() => void keeper.check('ceremony').catch(parts.report), [keeper, parts]);
  return useSyncExternalStore(keeper.subscribe, keeper.state);
}
