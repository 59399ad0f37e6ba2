import { bodyOf, childrenOf, derBytes, isSameBytes, NotDer, oidOf, readDer, TAG, type Der } from './der.ts';
import { integer, joinBytes, octets, oid, sequence, set, tagged, nothing } from './der-writer.ts';
import { OID } from './object-ids.ts';
import type { Certificate } from './certificate.ts';
import { readCertificate } from './certificate.ts';
import { digest, type HashName, type SignatureKind } from './signatures.ts';

/** All that may differ between two seals. Everything else in the container is fixed. */
export interface SealContainer {
  readonly signer: Certificate;
  /** In the order in which they stand. */
  readonly issuers: readonly Certificate[];
  /** SHA-256 of the signed bytes of the file. */
  readonly fileDigest: Uint8Array;
  readonly certificateDigest: Uint8Array;
  readonly signature: Uint8Array;
  /** An RFC 3161 token over `signature`. */
  readonly stamp: Uint8Array | undefined;
}

/**
 * The CMS container of a seal (RFC 5652, CAdES baseline B) from its parts, byte for byte as the sealer writes it. Reading is
 * built on it: what cannot be written again the same is refused, so no byte of a container is free.
 */
export function writeSealContainer(seal: SealContainer): Uint8Array {
  const { signer, issuers, signature, stamp } = seal;
  const stamps = stamp ? [tagged(1, attribute(OID.signatureTimeStamp, stamp))] : [];
  const signerInfo = sequence(
    integer(1),
    sequence(signer.issuer, signer.serial),
    sequence(oid(OID.sha256)),
    tagged(0, ...signedAttributes(seal)),
    signatureAlgorithm(seal),
    octets(signature),
    ...stamps,
  );
  const signedData = sequence(
    integer(1),
    set(sequence(oid(OID.sha256))),
    sequence(oid(OID.data)),
    tagged(0, signer.der, ...issuers.map((issuer) => issuer.der)),
    set(signerInfo),
  );
  return sequence(oid(OID.signedData), tagged(0, signedData));
}

/** Throws NotDer unless the bytes are exactly what `writeSealContainer` makes. Nothing is verified yet. */
export function readSealContainer(bytes: Uint8Array): SealContainer {
  const [type, content] = childrenOf(readDer(bytes), TAG.sequence, 2, 2);
  if (oidOf(type) !== OID.signedData) throw new NotDer('not signed data');
  const [, , , certificates, signers] = childrenOf(childrenOf(content, 0xa0, 1, 1)[0], TAG.sequence, 5, 5);
  const [signer, ...issuers] = childrenOf(certificates, 0xa0, 1, 8).map((node) => readCertificate(derBytes(node)));
  const info = childrenOf(childrenOf(signers, TAG.set, 1, 1)[0], TAG.sequence, 6, 7);
  if (!signer) throw new NotDer('no certificate');
  const attributes = childrenOf(info[3], 0xa0, 4, 4);
  const seal = {
    signer,
    issuers,
    fileDigest: bodyOf(valueOf(attributes[2]), TAG.octetString),
    certificateDigest: certificateDigestIn(valueOf(attributes[3])),
    signature: bodyOf(info[5], TAG.octetString),
    stamp: info[6] ? derBytes(valueOf(childrenOf(info[6], 0xa1, 1, 1)[0])) : undefined,
  };
  if (!isSameBytes(writeSealContainer(seal), bytes)) throw new NotDer('not written the way the sealer writes');
  return seal;
}

/** What the signature of the seal is over: the signed attributes as a SET (RFC 5652, 5.4). */
export function signedBytesOf(seal: SealContainer): Uint8Array {
  return set(...signedAttributes(seal));
}

export function sealSignatureKind({ signer }: SealContainer): SignatureKind & { hash: HashName } {
  return { key: isElliptic(signer) ? 'EC' : 'RSA', hash: 'SHA-256' };
}

export function certificateDigestOf(certificate: Certificate): Promise<Uint8Array> {
  return digest('SHA-256', certificate.der);
}

function signedAttributes(seal: SealContainer): Uint8Array[] {
  const { signer, fileDigest, certificateDigest } = seal;
  const [name, ...parameters] = algorithmParts(signer);
  const issuerAndSerial = sequence(sequence(tagged(4, signer.issuer)), signer.serial);
  return [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.algorithmProtection, sequence(sequence(oid(OID.sha256)), tagged(1, name, ...parameters))),
    attribute(OID.messageDigest, octets(fileDigest)),
    attribute(OID.signingCertificateV2, sequence(sequence(sequence(octets(certificateDigest), issuerAndSerial)))),
  ];
}

const attribute = (id: string, value: Uint8Array): Uint8Array => sequence(oid(id), set(value));

function valueOf(node: Der | undefined): Der {
  const [value] = childrenOf(childrenOf(node, TAG.sequence, 2, 2)[1], TAG.set, 1, 1);
  if (!value) throw new NotDer('an attribute without a value');
  return value;
}

function certificateDigestIn(value: Der): Uint8Array {
  const list = childrenOf(childrenOf(value, TAG.sequence, 1, 1)[0], TAG.sequence, 1, 1);
  return bodyOf(childrenOf(list[0], TAG.sequence, 2, 2)[0], TAG.octetString);
}

function isElliptic({ keyInfo }: Certificate): boolean {
  return oidOf(keyInfo.children[0]?.children[0]) === OID.ec;
}

function algorithmParts(signer: Certificate): [Uint8Array, ...Uint8Array[]] {
  return isElliptic(signer) ? [oid(OID.ecdsaSha256)] : [oid(OID.rsaSha256), nothing()];
}

/** The library leaves the parameters of RSA out here, unlike in the protected attribute. */
function signatureAlgorithm({ signer }: SealContainer): Uint8Array {
  return sequence(joinBytes(algorithmParts(signer).slice(0, 1)));
}
