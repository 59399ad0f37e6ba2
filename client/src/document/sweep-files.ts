import { cardDocuments, type CardDocument } from '@cession/shared/document/document.ts';
import { instantToMs } from '@cession/shared/kernel/instant.ts';
import type { Env } from '../device/ports.ts';
import type { Mirror } from '../sync/mirror.ts';
import type { FileBox, KeptFile } from './file-box.ts';

interface SweepPorts {
  readonly box: FileBox;
  readonly mirror: Mirror;
  readonly env: Pick<Env, 'now'>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const KEEP_SAFE_MS = 7 * DAY_MS;
/** Long: on a phone whose rows are being fetched anew, nothing names anything for a while. */
const KEEP_UNNAMED_MS = 90 * DAY_MS;

/**
 * Lets go of what is safe on the server for a week, and of bytes no document ever came to name. Nothing that has still
 * to arrive is ever dropped, whatever this phone believes the time to be: the row has to say that its bytes have been
 * there for a week by the server's own clock, and while a restored server is filled again nothing goes. Answers what stays.
 */
export async function sweepFiles({ box, mirror, env }: SweepPorts): Promise<readonly KeptFile[]> {
  const documents = mirror.rows(cardDocuments.name) as readonly CardDocument[]; // rows pass their schema first
  const now = env.now();
  const isFilling = mirror.meta('server').reconcile;
  const contact = mirror.find('contact');
  const heard = contact === null ? null : instantToMs(contact.at);
  const stay: KeptFile[] = [];
  for (const file of await box.all()) {
    const naming = documents.filter((document) => document.file?.sha256 === file.sha256);
    if (!isFilling && isOver(file, naming, now, heard)) {
      await box.drop(file.sha256);
      continue;
    }
    const isThere = naming.length > 0 && naming.every(({ bytesAt }) => bytesAt !== null);
    // Somebody else sent the same bytes, or we never heard the answer: the row knows.
    if (isThere && file.state === 'waiting') {
      await box.note(file.sha256, { state: 'safe', safeAt: now });
      stay.push({ ...file, state: 'safe', safeAt: now });
    } else stay.push(file);
  }
  return stay;
}

/** `heard` is the server's clock at its last word; null before the first. */
function isOver(file: KeptFile, naming: readonly CardDocument[], now: number, heard: number | null): boolean {
  if (naming.length === 0) return now - Math.max(file.keptAt, file.safeAt ?? 0) > KEEP_UNNAMED_MS;
  if (file.state !== 'safe' || heard === null) return false;
  return naming.every(({ bytesAt, removed }) =>
    bytesAt === null ? removed : heard - instantToMs(bytesAt) > KEEP_SAFE_MS,
  );
}
