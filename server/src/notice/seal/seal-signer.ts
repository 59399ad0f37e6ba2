import { P12Signer } from '@libpdf/core';
import { isIssuedBy, readCertificate, type Certificate } from '@cession/shared/paper/verifier/certificate.ts';
import { isSameBytes } from '@cession/shared/paper/verifier/der.ts';
import { isSignedBy } from '@cession/shared/paper/verifier/signatures.ts';
import { signEc, type KeyPair } from './make-certificate.ts';

/**
 * Who makes the signature of a seal. The key may lie in a file or in hardware far away: only `sign` touches it. Signatures
 * are over SHA-256; RSA gives PKCS#1 v1.5, EC the DER of RFC 3279.
 */
export interface SealSigner {
  /** DER. */
  readonly certificate: Uint8Array;
  /** The issuers of the certificate, nearest first, DER. */
  readonly certificateChain: Uint8Array[];
  readonly keyType: 'RSA' | 'EC';
  readonly signatureAlgorithm: 'RSASSA-PKCS1-v1_5' | 'ECDSA';
  sign(data: Uint8Array): Promise<Uint8Array>;
}

export function keySigner(privateKey: KeyPair['privateKey'], certificate: Uint8Array, chain: Uint8Array[]): SealSigner {
  return {
    certificate,
    certificateChain: chain,
    keyType: 'EC',
    signatureAlgorithm: 'ECDSA',
    sign: (data) => signEc(privateKey, data),
  };
}

/** Throws when the file or the password is wrong, or no certificate in it belongs to the key. */
export async function p12Signer(file: Uint8Array, password: string): Promise<SealSigner> {
  const p12 = await P12Signer.create(file, password);
  const { keyType, signatureAlgorithm } = p12;
  if (signatureAlgorithm === 'RSA-PSS')
    throw new Error('the key of the seal is for RSA-PSS, which readers of PDF do not all know');
  const sign = (data: Uint8Array): Promise<Uint8Array> => p12.sign(data, 'SHA-256');
  const certificates = [p12.certificate, ...p12.certificateChain].map((der) => readCertificate(Uint8Array.from(der)));
  const own = await findOwner(certificates, keyType, sign);
  if (!own) throw new Error('no certificate in the file belongs to its key');
  const chain = await orderChain(own, certificates);
  return { certificate: own.der, certificateChain: chain.map(({ der }) => der), keyType, signatureAlgorithm, sign };
}

/** Files name no owner and follow no order, so a signature decides. */
async function findOwner(certificates: readonly Certificate[], key: 'RSA' | 'EC', sign: SealSigner['sign']) {
  const probe = new TextEncoder().encode('cession seal probe');
  const signature = await sign(probe);
  for (const certificate of certificates) {
    if (await isSignedBy(certificate.keyInfo, { key, hash: 'SHA-256' }, signature, probe)) return certificate;
  }
  return undefined;
}

async function orderChain(own: Certificate, certificates: readonly Certificate[]): Promise<Certificate[]> {
  const chain: Certificate[] = [];
  for (let child = own; !isSameBytes(child.issuer, child.subject);) {
    const parent = certificates.find((candidate) => isSameBytes(candidate.subject, child.issuer));
    if (!parent || chain.includes(parent) || !(await isIssuedBy(child, parent))) break;
    chain.push(parent);
    child = parent;
  }
  return chain;
}
