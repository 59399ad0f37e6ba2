import { bitsOf, bodyOf, childrenOf, derBytes, isSameBytes, NotDer, oidOf, readDer, TAG, type Der } from './der.ts';
import { joinBytes, sequence, unsigned } from './der-writer.ts';
import { OID } from './object-ids.ts';

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';
export interface SignatureKind {
  readonly key: 'RSA' | 'EC';
  /** undefined: named only as "RSA", the digest stands elsewhere. */
  readonly hash: HashName | undefined;
}

const HASHES: Record<string, HashName> = { [OID.sha256]: 'SHA-256', [OID.sha384]: 'SHA-384', [OID.sha512]: 'SHA-512' };
const KINDS: Record<string, SignatureKind> = {
  [OID.rsa]: { key: 'RSA', hash: undefined },
  [OID.rsaSha256]: { key: 'RSA', hash: 'SHA-256' },
  [OID.rsaSha384]: { key: 'RSA', hash: 'SHA-384' },
  [OID.rsaSha512]: { key: 'RSA', hash: 'SHA-512' },
  [OID.ecdsaSha256]: { key: 'EC', hash: 'SHA-256' },
  [OID.ecdsaSha384]: { key: 'EC', hash: 'SHA-384' },
  [OID.ecdsaSha512]: { key: 'EC', hash: 'SHA-512' },
};
const CURVES: Record<string, { readonly name: string; readonly bytes: number }> = {
  [OID.p256]: { name: 'P-256', bytes: 32 },
  [OID.p384]: { name: 'P-384', bytes: 48 },
  [OID.p521]: { name: 'P-521', bytes: 66 },
};

/** A digest of the SHA-2 family, with absent or NULL parameters. Throws NotDer for anything weaker or unknown. */
export function hashNameOf(algorithm: Der | undefined): HashName {
  const [name, parameters] = childrenOf(algorithm, TAG.sequence, 1, 2);
  if (parameters) bodyOf(parameters, TAG.nothing);
  const hash = HASHES[oidOf(name)];
  if (!hash) throw new NotDer('a digest that is not accepted');
  return hash;
}

/** RSA PKCS#1 v1.5 with NULL parameters, or ECDSA with none (RFC 3279, 5758). Throws NotDer otherwise. */
export function signatureKindOf(algorithm: Der | undefined): SignatureKind {
  const [name, parameters] = childrenOf(algorithm, TAG.sequence, 1, 2);
  const kind = KINDS[oidOf(name)];
  if (!kind) throw new NotDer('a signature algorithm that is not accepted');
  if (kind.key === 'RSA') bodyOf(parameters, TAG.nothing);
  else if (parameters) throw new NotDer('ECDSA with parameters');
  return kind;
}

export async function digest(hash: HashName | 'SHA-1', ...pieces: readonly Uint8Array[]): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(hash, joinBytes(pieces)));
}

/** True when `signature` over `data` belongs to the key; `keyInfo` is a SubjectPublicKeyInfo. Never throws. */
export async function isSignedBy(
  keyInfo: Der,
  kind: SignatureKind & { readonly hash: HashName },
  signature: Uint8Array,
  data: Uint8Array,
): Promise<boolean> {
  try {
    const spki = joinBytes([derBytes(keyInfo)]);
    if (kind.key === 'RSA') return await isSignedByRsa(spki, kind.hash, signature, data);
    const algorithm = childrenOf(childrenOf(keyInfo, TAG.sequence, 2, 2)[0], TAG.sequence, 2, 2);
    const curve = CURVES[oidOf(algorithm[1])];
    if (oidOf(algorithm[0]) !== OID.ec || !curve) return false;
    const key = await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: curve.name }, false, [
      'verify',
    ]);
    const plain = plainEcSignature(signature, curve.bytes);
    return await crypto.subtle.verify({ name: 'ECDSA', hash: kind.hash }, key, plain, joinBytes([data]));
  } catch {
    return false;
  }
}

/** `r` and `s` side by side to the DER of RFC 3279. */
export function derEcSignature(plain: Uint8Array): Uint8Array {
  const half = plain.length / 2;
  return sequence(unsigned(plain.subarray(0, half)), unsigned(plain.subarray(half)));
}

async function isSignedByRsa(spki: Uint8Array<ArrayBuffer>, hash: HashName, signature: Uint8Array, data: Uint8Array) {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash };
  const key = await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify']);
  return crypto.subtle.verify(algorithm, key, joinBytes([signature]), joinBytes([data]));
}

/** Throws NotDer unless the pair is written in the one canonical way. */
function plainEcSignature(signature: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> {
  const pair = childrenOf(readDer(signature), TAG.sequence, 2, 2).map((member) => {
    const digits = bodyOf(member, TAG.integer);
    const magnitude = digits[0] === 0 ? digits.subarray(1) : digits;
    if (magnitude.length > bytes) throw new NotDer('a number too large for the curve');
    return joinBytes([new Uint8Array(bytes - magnitude.length), magnitude]);
  });
  const plain = joinBytes(pair);
  if (!isSameBytes(derEcSignature(plain), signature)) throw new NotDer('a signature written in another way');
  return plain;
}

/** The key itself, as RFC 5280 hashes it for key identifiers. */
export function publicKeyBits(keyInfo: Der): Uint8Array {
  return bitsOf(childrenOf(keyInfo, TAG.sequence, 2, 2)[1]);
}
