import { cardDocuments, type CardDocument } from '@cession/shared/document/document.ts';
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
 * to arrive is ever dropped. Answers what stays.
 */
export async function sweepFiles({ box, mirror, env }: SweepPorts): Promise<readonly KeptFile[]> {
  const documents = mirror.rows(cardDocuments.name) as readonly CardDocument[]; // rows pass their schema first
  const now = env.now();
  const stay: KeptFile[] = [];
  for (const file of await box.all()) {
    const naming = documents.filter((document) => document.file?.sha256 === file.sha256);
    if (isOver(file, naming, now)) {
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

function isOver(file: KeptFile, naming: readonly CardDocument[], now: number): boolean {
  if (file.state === 'safe') return file.safeAt !== null && now - file.safeAt > KEEP_SAFE_MS;
  return naming.length === 0 && now - file.keptAt > KEEP_UNNAMED_MS;
}
