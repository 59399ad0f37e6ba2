import type { Companion } from '../../people/open-phone.ts';
import { evidenceDevice } from './evidence-device.ts';
import { watchDevice } from './watch-device.ts';

/** The care for the device's key and for evidence on its way, for as long as this phone is open. */
export function startDevice(phone: Companion): () => void {
  return watchDevice(evidenceDevice(phone), phone.sync);
}
