import type { EvidenceCrypto, PublicKey } from './evidence.ts';

/** The part of WebCrypto's SubtleCrypto that checking evidence takes. `K` is its CryptoKey. */
export interface Subtle<K> {
  digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  importKey(
    format: 'jwk',
    key: { kty: string; crv: string; x: string; y: string },
    algorithm: { name: 'ECDSA'; namedCurve: 'P-256' },
    extractable: boolean,
    usages: 'verify'[],
  ): Promise<K>;
  verify(
    algorithm: { name: 'ECDSA'; hash: 'SHA-256' },
    key: K,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

/** Evidence checked with WebCrypto, the same on the phone and on the server. A key no curve has verifies nothing. */
export function evidenceCrypto<K>(subtle: Subtle<K>): EvidenceCrypto {
  const keys = new Map<string, Promise<K | null>>();
  const keyOf = ({ kty, crv, x, y }: PublicKey): Promise<K | null> => {
    const name = `${x}.${y}`;
    const known = keys.get(name);
    if (known) return known;
    if (keys.size >= KEYS_KEPT) keys.clear();
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
    const imported = subtle.importKey('jwk', { kty, crv, x, y }, algorithm, true, ['verify']).catch(() => null);
    keys.set(name, imported);
    return imported;
  };
  return {
    sha256: async (bytes) => hexOf(new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes)))),
    verify: async (publicKey, signature, bytes) => {
      const key = await keyOf(publicKey);
      if (key === null) return false;
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;
      return subtle.verify(algorithm, key, new Uint8Array(signature), new Uint8Array(bytes));
    },
  };
}

const KEYS_KEPT = 200;

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
