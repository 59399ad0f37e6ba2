import type { Companion } from '../people/open-phone.ts';
import { fetchAs } from '../sync/http-transport.ts';
import { fileBoxOf } from './file-box.ts';
import { createFileTransport } from './file-transport.ts';
import { createUploads } from './uploads.ts';

/** The sending of files in a real browser, for as long as this phone is open. */
export function startUploads({ profile, sync, ports, db }: Companion): () => void {
  const { env, timer, locks, life, online, report } = ports;
  const uploads = createUploads({
    ...{ env, timer, locks, life, online, report },
    mirror: sync.mirror,
    box: fileBoxOf(db),
    transport: createFileTransport(timer, fetchAs(profile.userId)),
    lockName: `files:${profile.companyId}:${profile.userId}`,
    arrived: () => void sync.trigger('poke').catch(report),
  });
  return () => uploads.stop();
}
