import {
  bitsOf,
  bodyOf,
  childrenOf,
  derBytes,
  isSameBytes,
  NotDer,
  oidOf,
  readDer,
  smallIntegerOf,
  TAG,
  timeOf,
  type Der,
} from './der.ts';
import { OID } from './object-ids.ts';
import { isSignedBy, signatureKindOf, type HashName, type SignatureKind } from './signatures.ts';

/** What is read from an X.509 certificate (RFC 5280). */
export interface Certificate {
  readonly der: Uint8Array;
  /** Encoded names: equal names are equal bytes here. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** The encoded serial number, header included. */
  readonly serial: Uint8Array;
  /** Common name, else organisation, else empty. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly keyInfo: Der;
  readonly isAuthority: boolean;
  /** Intermediate authorities allowed below; undefined: no limit. */
  readonly pathLength: number | undefined;
  /** undefined: the certificate does not limit it. */
  readonly keyUsage: KeyUsage | undefined;
  /** Purposes; undefined: not limited. */
  readonly purposes: { readonly ids: readonly string[]; readonly isCritical: boolean } | undefined;
  /** Critical extensions nobody here understands. */
  readonly strangers: readonly string[];
  readonly signed: {
    readonly data: Uint8Array;
    readonly kind: SignatureKind & { hash: HashName };
    readonly signature: Uint8Array;
  };
}
export interface KeyUsage {
  readonly signs: boolean;
  readonly signsCertificates: boolean;
}
interface Extension {
  readonly id: string;
  readonly isCritical: boolean;
  readonly value: Uint8Array;
}

const UNDERSTOOD: readonly string[] = [
  OID.basicConstraints,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.certificatePolicies,
];

/** Throws NotDer when the bytes are not one version 3 certificate in canonical form with an accepted signature algorithm. */
export function readCertificate(bytes: Uint8Array): Certificate {
  const [content, algorithm, signature] = childrenOf(readDer(bytes), TAG.sequence, 3, 3);
  const fields = childrenOf(content, TAG.sequence, 7, 10);
  const [version, serial, inner, issuer, validity, subject, keyInfo, ...rest] = fields;
  if (smallIntegerOf(childrenOf(version, 0xa0, 1, 1)[0]) !== 2) throw new NotDer('not a version 3 certificate');
  if (!content || !algorithm || !inner || !issuer || !subject || !keyInfo || !serial)
    throw new NotDer('a certificate is cut off');
  bodyOf(serial, TAG.integer);
  if (!isSameBytes(derBytes(algorithm), derBytes(inner))) throw new NotDer('two signature algorithms are named');
  const { hash, key } = signatureKindOf(algorithm);
  if (!hash) throw new NotDer('the signature algorithm names no digest');
  const [notBefore, notAfter] = childrenOf(validity, TAG.sequence, 2, 2);
  return {
    der: bytes,
    issuer: derBytes(issuer),
    subject: derBytes(subject),
    serial: derBytes(serial),
    name: nameIn(subject),
    notBefore: timeOf(notBefore),
    notAfter: timeOf(notAfter),
    keyInfo,
    ...extensionFacts(extensionsIn(rest)),
    signed: { data: derBytes(content), kind: { key, hash }, signature: bitsOf(signature) },
  };
}

export function isIssuedBy(child: Certificate, parent: Certificate): Promise<boolean> {
  const { kind, signature, data } = child.signed;
  return isSignedBy(parent.keyInfo, kind, signature, data);
}

function extensionsIn(rest: readonly Der[]): Extension[] {
  const holder = rest.find((field) => field.tag === 0xa3);
  if (!holder) return [];
  const list = childrenOf(childrenOf(holder, 0xa3, 1, 1)[0], TAG.sequence, 1);
  const extensions = list.map((item): Extension => {
    const [id, ...more] = childrenOf(item, TAG.sequence, 2, 3);
    const isCritical = more.length === 2 && bodyOf(more[0], TAG.boolean)[0] === 0xff;
    return { id: oidOf(id), isCritical, value: bodyOf(more.at(-1), TAG.octetString) };
  });
  if (new Set(extensions.map(({ id }) => id)).size !== extensions.length) throw new NotDer('an extension stands twice');
  return extensions;
}

function extensionFacts(extensions: readonly Extension[]) {
  const find = (id: string): Extension | undefined => extensions.find((extension) => extension.id === id);
  const [usage, purposes] = [find(OID.keyUsage), find(OID.extendedKeyUsage)];
  return {
    ...authorityIn(find(OID.basicConstraints)),
    keyUsage: usage ? usageIn(usage) : undefined,
    purposes: purposes
      ? { ids: childrenOf(readDer(purposes.value), TAG.sequence, 1).map(oidOf), isCritical: purposes.isCritical }
      : undefined,
    strangers: extensions.filter(({ id, isCritical }) => isCritical && !UNDERSTOOD.includes(id)).map(({ id }) => id),
  };
}

function authorityIn(extension: Extension | undefined): { isAuthority: boolean; pathLength: number | undefined } {
  if (!extension) return { isAuthority: false, pathLength: undefined };
  const [first, second] = childrenOf(readDer(extension.value), TAG.sequence, 0, 2);
  const isAuthority = first?.tag === TAG.boolean && bodyOf(first, TAG.boolean)[0] === 0xff;
  return { isAuthority, pathLength: isAuthority && second ? smallIntegerOf(second) : undefined };
}

function usageIn({ value }: Extension): KeyUsage {
  const [, bits = 0] = bodyOf(readDer(value), TAG.bitString);
  return { signs: (bits & 0xc0) !== 0, signsCertificates: (bits & 0x04) !== 0 };
}

/** UTF8String, PrintableString and IA5String share ASCII; BMPString and older ones are left out of names shown. */
function nameIn(subject: Der): string {
  const parts = subject.children.flatMap((relative) => relative.children);
  const byId = (wanted: string): Der | undefined =>
    parts.find((part) => part.children[0] && oidOf(part.children[0]) === wanted)?.children[1];
  const shown = byId(OID.commonName) ?? byId(OID.organization);
  return shown && [0x0c, 0x13, 0x16].includes(shown.tag) ? new TextDecoder().decode(bodyOf(shown, shown.tag)) : '';
}
