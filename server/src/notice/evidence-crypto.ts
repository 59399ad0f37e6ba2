import { createHash } from 'node:crypto';
import { evidenceCrypto } from '@cession/shared/notice/evidence-crypto.ts';

/** The platform's WebCrypto, the same rules as on the tablet. */
export const serverCrypto = evidenceCrypto(globalThis.crypto.subtle);

/** Lower-case hex. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
