import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type { PublicKey, SignBytes } from '@cession/shared/notice/evidence.ts';
import { keyThumbprint } from '@cession/shared/notice/signed-text.ts';
import { changeDevice, readFact } from './device-facts.ts';
import { cryptoOf, type EvidenceParts } from './evidence-parts.ts';

/** A key of this device: its name, its public part, and a pen that never leaves the browser. */
export interface DeviceKey {
  /** RFC 7638 thumbprint. */
  readonly id: string;
  readonly publicKey: PublicKey;
  readonly sign: SignBytes;
}

/**
 * Why this device cannot hold a key:
 * - `no-crypto`: the page has no WebCrypto;
 * - `not-kept`: the browser does not store keys (private window, lockdown mode).
 */
export type KeyProblem = 'no-crypto' | 'not-kept';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The key this device is enrolled with or is to be enrolled with; made once per person and device. */
export async function ensureDeviceKey(parts: EvidenceParts): Promise<Result<DeviceKey, KeyProblem>> {
  const { current, pending } = await parts.store.tx('r', (tx) => readFact(tx, 'device'));
  for (const id of [current, pending]) {
    const key = id === null ? null : await loadDeviceKey(parts, id);
    if (key !== null) return ok(key);
  }
  return makePendingKey(parts);
}

/** A new key, kept and tried before anybody hears of it; remembered as pending until it is enrolled. */
export async function makePendingKey(parts: EvidenceParts): Promise<Result<DeviceKey, KeyProblem>> {
  const { subtle, store } = parts;
  if (subtle === null) return err('no-crypto');
  const pair = await subtle.generateKey(CURVE, false, ['sign', 'verify']);
  const publicKey = await publicPart(subtle, pair);
  const id = await keyThumbprint(publicKey, cryptoOf(parts));
  try {
    await store.keepKey(id, pair);
  } catch (reason) {
    if (isNotCloned(reason)) return err('not-kept');
    throw reason;
  }
  const kept = await loadDeviceKey(parts, id);
  // Some browsers store a key and give back an empty object.
  const signed = await kept?.sign(new Uint8Array([1])).catch(() => null);
  if (kept === null || signed?.length !== 64) return err('not-kept');
  await store.tx('rw', (tx) => changeDevice(tx, { pending: id }));
  return ok(kept);
}

/** null: the key is not here (any more). */
export async function loadDeviceKey({ subtle, store }: EvidenceParts, id: string): Promise<DeviceKey | null> {
  if (subtle === null) return null;
  const pair = await store.key(id);
  if (pair === null) return null;
  const publicKey = await publicPart(subtle, pair).catch(() => null);
  if (publicKey === null) return null;
  const sign: SignBytes = async (bytes) =>
    new Uint8Array(await subtle.sign(ALGORITHM, pair.privateKey, new Uint8Array(bytes)));
  return { id, publicKey, sign };
}

async function publicPart(subtle: SubtleCrypto, pair: CryptoKeyPair): Promise<PublicKey> {
  const { x = '', y = '' } = await subtle.exportKey('jwk', pair.publicKey);
  return { kty: 'EC', crv: 'P-256', x, y };
}

/** Dexie wraps what the browser throws. */
function isNotCloned(reason: unknown): boolean {
  const names = [reason, reason instanceof Error ? (Reflect.get(reason, 'inner') as unknown) : null].map((one) =>
    one instanceof Error || one instanceof DOMException ? one.name : '',
  );
  return names.some((name) => name === 'DataCloneError');
}
