import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import type { Receipt } from './ceremony.ts';
import { fromBase64Url, toBase64Url, utf8 } from './evidence-bytes.ts';
import type { Beacon, EvidenceCrypto, PublicKey, SignBytes } from './evidence.ts';

/** What is signed. Each has a domain of its own: a signature made for one never passes as another. */
export type SignedKind =
  /** An event of a ceremony, by the device. */
  | 'event'
  /** The server's time, by the server. */
  | 'beacon'
  /** A bundle has arrived, by the server. */
  | 'receipt'
  /** A device shows that it holds the key it enrols. */
  | 'enrol'
  /** The key before says who comes after it. */
  | 'replace';

/** Bytes under a signature: UTF-8 of `cession/<kind>/v1`, a line feed and the canonical JSON (RFC 8785) of the body. */
export function signedText(kind: SignedKind, body: Json): Uint8Array<ArrayBuffer> {
  return utf8(`cession/${kind}/v1\n${canonicalJson(body)}`);
}

/** ECDSA P-256 with SHA-256, 64 bytes r‖s (IEEE P1363) as base64url. */
export async function signText(kind: SignedKind, body: Json, sign: SignBytes): Promise<string> {
  return toBase64Url(await sign(signedText(kind, body)));
}

export async function verifyText(
  kind: SignedKind,
  body: Json,
  signature: string,
  key: PublicKey,
  crypto: Pick<EvidenceCrypto, 'verify'>,
): Promise<boolean> {
  const bytes = fromBase64Url(signature);
  if (bytes?.length !== 64) return false;
  return crypto.verify(key, bytes, signedText(kind, body));
}

/** Whether the server's key signed this beacon. Whose key `keyId` names is the caller's knowledge. */
export function verifyBeacon(
  { signature, keyId, nonce, t }: Beacon,
  key: PublicKey,
  crypto: Pick<EvidenceCrypto, 'verify'>,
): Promise<boolean> {
  return verifyText('beacon', { keyId, nonce, t }, signature, key, crypto);
}

/** Whether the server's key signed this receipt. Whether it is for the bundle at hand is the caller's question. */
export function verifyReceipt(
  { signature, bundleSha256, head, receivedAt, keyId }: Receipt,
  key: PublicKey,
  crypto: Pick<EvidenceCrypto, 'verify'>,
): Promise<boolean> {
  return verifyText('receipt', { bundleSha256, head, receivedAt, keyId }, signature, key, crypto);
}

/** Name of a P-256 key: RFC 7638, SHA-256 of the required members in order, base64url. */
export async function keyThumbprint(
  { crv, kty, x, y }: PublicKey,
  crypto: Pick<EvidenceCrypto, 'sha256'>,
): Promise<string> {
  const hex = await crypto.sha256(utf8(canonicalJson({ crv, kty, x, y })));
  return toBase64Url(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}
