import { startUploads } from '../document/start-uploads.ts';
import { startDevice } from '../notice/device-key/start-device.ts';
import type { Companion } from '../people/open-phone.ts';

/** Everything that works beside the spine of an open phone. The answer stops it all. */
export function startCompanions(phone: Companion): () => void {
  const stops = [startUploads(phone), startDevice(phone)];
  return () => {
    for (const stop of stops) stop();
  };
}
