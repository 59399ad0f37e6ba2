import { digest, publicKeyBits, derEcSignature } from '@cession/shared/paper/verifier/signatures.ts';
import { readDer } from '@cession/shared/paper/verifier/der.ts';
import * as write from '@cession/shared/paper/verifier/der-writer.ts';
import { OID } from '@cession/shared/paper/verifier/object-ids.ts';

export type KeyPair = Awaited<ReturnType<typeof makeKeyPair>>;
export interface CertificateWish {
  readonly name: string;
  readonly organization: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly key: Uint8Array;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly use:
    | { readonly kind: 'root' }
    | { readonly kind: 'seal' }
    /** Time stamping, critical, as RFC 3161 asks. */
    | { readonly kind: 'stamp' };
}
/** Who signs: for a root itself. */
export interface Issuer {
  readonly name: string;
  readonly organization: string;
  readonly key: Uint8Array;
  readonly privateKey: KeyPair['privateKey'];
}

const SERIAL_BYTES = 16;
const EC_P256 = { name: 'ECDSA', namedCurve: 'P-256' };

/** An EC P-256 key pair that can be kept in a file. */
export function makeKeyPair() {
  return crypto.subtle.generateKey(EC_P256, true, ['sign', 'verify']);
}

export async function publicKeyOf(pair: KeyPair): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
}

/** Signs with ECDSA P-256 and SHA-256; the signature is DER (RFC 3279). */
export async function signEc(privateKey: KeyPair['privateKey'], data: Uint8Array): Promise<Uint8Array> {
  const plain = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, Uint8Array.from(data));
  return derEcSignature(new Uint8Array(plain));
}

/** An X.509 version 3 certificate with the key identifiers and usages RFC 5280 asks for, signed by the issuer. */
export async function makeCertificate(wish: CertificateWish, issuer: Issuer): Promise<Uint8Array> {
  const algorithm = write.sequence(write.oid(OID.ecdsaSha256));
  const content = write.sequence(
    write.tagged(0, write.integer(2)),
    write.unsigned(crypto.getRandomValues(new Uint8Array(SERIAL_BYTES))),
    algorithm,
    distinguishedName(issuer),
    write.sequence(write.time(wish.notBefore), write.time(wish.notAfter)),
    distinguishedName(wish),
    wish.key,
    write.tagged(3, write.sequence(...(await extensions(wish, issuer)))),
  );
  return write.sequence(content, algorithm, write.bits(await signEc(issuer.privateKey, content)));
}

async function extensions({ use, key }: CertificateWish, issuer: Issuer): Promise<Uint8Array[]> {
  const isRoot = use.kind === 'root';
  const keyId = write.octets(await keyIdentifier(key));
  const issuerKeyId = write.sequence(write.der(0x80, await keyIdentifier(issuer.key)));
  return [
    extension(OID.basicConstraints, isRoot ? write.sequence(write.yes()) : write.sequence(), 'critical'),
    extension(OID.keyUsage, isRoot ? keyUsage(0x06, 1) : keyUsage(0xc0, 6), 'critical'),
    ...(use.kind === 'seal'
      ? [extension(OID.extendedKeyUsage, purposes(OID.emailProtection, OID.adobeDocumentSigning))]
      : []),
    ...(use.kind === 'stamp' ? [extension(OID.extendedKeyUsage, purposes(OID.timeStamping), 'critical')] : []),
    extension(OID.subjectKeyId, keyId),
    extension(OID.authorityKeyId, issuerKeyId),
  ];
}

function extension(id: string, value: Uint8Array, weight?: 'critical'): Uint8Array {
  return write.sequence(write.oid(id), ...(weight ? [write.yes()] : []), write.octets(value));
}

const keyUsage = (bits: number, unusedBits: number): Uint8Array => write.der(0x03, Uint8Array.of(unusedBits, bits));
const purposes = (...ids: readonly string[]): Uint8Array => write.sequence(...ids.map(write.oid));

/** RFC 5280, 4.2.1.2, in the length of method 1, from SHA-256. */
async function keyIdentifier(key: Uint8Array): Promise<Uint8Array> {
  return (await digest('SHA-256', publicKeyBits(readDer(key)))).subarray(0, 20);
}

function distinguishedName({
  name,
  organization,
}: {
  readonly name: string;
  readonly organization: string;
}): Uint8Array {
  const part = (id: string, text: string): Uint8Array => write.set(write.sequence(write.oid(id), write.utf8(text)));
  return write.sequence(part(OID.organization, organization), part(OID.commonName, name));
}
