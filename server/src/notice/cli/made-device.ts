import { generateKeyPairSync, sign } from 'node:crypto';
import { PublicKey } from '@cession/shared/notice/evidence.ts';
import { keyThumbprint } from '@cession/shared/notice/signed-text.ts';
import { serverCrypto } from '../evidence-crypto.ts';
import type { PlayedDevice } from './play-ceremony.ts';

/** A device's key for samples and tests; it lives as long as the process. */
export async function makeDevice(): Promise<PlayedDevice> {
  const { privateKey, publicKey: made } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = made.export({ format: 'jwk' });
  const publicKey = PublicKey.parse({ kty, crv, x, y });
  return {
    id: await keyThumbprint(publicKey, serverCrypto),
    publicKey,
    sign: async (bytes) => new Uint8Array(sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  };
}
