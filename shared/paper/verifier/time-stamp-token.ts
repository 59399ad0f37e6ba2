import { readCertificate, type Certificate } from './certificate.ts';
import { expiredAt, walkChain } from './certificate-chain.ts';
import {
  bodyOf,
  childrenOf,
  derBody,
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
import { joinBytes, sequence } from './der-writer.ts';
import { OID } from './object-ids.ts';
import { digest, hashNameOf, isSignedBy, signatureKindOf, type HashName } from './signatures.ts';

/** What an RFC 3161 token says, before anything about it is believed. */
export interface TimeStampToken {
  readonly policy: string;
  readonly imprint: { readonly hash: HashName; readonly digest: Uint8Array };
  /** The encoded INTEGER; undefined: the token carries none. */
  readonly nonce: Uint8Array | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly signer: Certificate;
  readonly beside: readonly Certificate[];
  readonly info: Uint8Array;
  readonly infoHash: HashName;
  readonly infoDigest: Uint8Array;
  /** The signed attributes as the SET that is signed. */
  readonly attributes: Uint8Array;
  readonly certificateReference: { readonly hash: HashName | 'SHA-1'; readonly digest: Uint8Array };
  readonly signature: { readonly key: 'RSA' | 'EC'; readonly hash: HashName; readonly bytes: Uint8Array };
}

/** What is wrong with a token, one word for each rule. */
export type TokenProblem = 'bad-signature' | 'bad-chain' | 'not-a-tsa' | 'wrong-certificate' | 'untrusted' | 'expired';

const MOST_CERTIFICATES = 8;

/**
 * Reads a token strictly: one signer named by issuer and serial, the digest named the same everywhere, no revocation lists,
 * no unsigned attributes. Throws NotDer for any other shape, so that no byte of an accepted token is free.
 */
export function readTimeStampToken(bytes: Uint8Array): TimeStampToken {
  const [type, content] = childrenOf(readDer(bytes), TAG.sequence, 2, 2);
  if (oidOf(type) !== OID.signedData) throw new NotDer('not signed data');
  const [version, digests, wrapped, certificates, signers] = childrenOf(
    childrenOf(content, 0xa0, 1, 1)[0],
    TAG.sequence,
    5,
    5,
  );
  if (smallIntegerOf(version) !== 3) throw new NotDer('another version of signed data');
  const info = wrappedInfo(wrapped);
  const all = childrenOf(certificates, 0xa0, 1, MOST_CERTIFICATES).map((node) => readCertificate(derBytes(node)));
  const fields = childrenOf(childrenOf(signers, TAG.set, 1, 1)[0], TAG.sequence, 6, 6);
  const [signerVersion, name, infoAlgorithm, attributes, algorithm, signature] = fields;
  if (smallIntegerOf(signerVersion) !== 1 || !infoAlgorithm) throw new NotDer('another version of a signer');
  const [named] = childrenOf(digests, TAG.set, 1, 1);
  if (!named || !isSameBytes(derBytes(named), derBytes(infoAlgorithm))) throw new NotDer('two digests are named');
  const isSigner = ({ issuer, serial }: Certificate): boolean =>
    name !== undefined && isSameBytes(sequence(issuer, serial), derBytes(name));
  const signer = all.find(isSigner);
  if (!signer) throw new NotDer('the certificate of the signer is missing');
  const infoHash = hashNameOf(infoAlgorithm);
  return {
    ...infoFacts(info),
    signer,
    beside: all.filter((certificate) => certificate !== signer),
    info,
    infoHash,
    ...attributeFacts(childrenOf(attributes, 0xa0, 3)),
    attributes: joinBytes([Uint8Array.of(TAG.set), derBytes(attributes ?? fail()).subarray(1)]),
    signature: { ...signatureNames(algorithm, infoHash), bytes: bodyOf(signature, TAG.octetString) },
  };
}

/** Every rule a token breaks on its own, most telling first. The caller compares imprint, nonce and time. */
export async function tokenProblems(
  token: TimeStampToken,
  { roots, at }: { readonly roots: readonly Certificate[] | undefined; readonly at: number },
): Promise<TokenProblem[]> {
  const { signer, beside, certificateReference, signature } = token;
  const isInfo = isSameBytes(await digest(token.infoHash, token.info), token.infoDigest);
  const isSigned = isInfo && (await isSignedBy(signer.keyInfo, signature, signature.bytes, token.attributes));
  if (!isSigned) return ['bad-signature'];
  if (!isSameBytes(await digest(certificateReference.hash, signer.der), certificateReference.digest))
    return ['wrong-certificate'];
  if (!isTimeStamper(signer)) return ['not-a-tsa'];
  const { chain, problem } = await walkChain(signer, beside, roots ?? []);
  if (problem) return ['bad-chain'];
  const isExpired = expiredAt(chain.certificates, token.at) ?? expiredAt(chain.certificates, at);
  return [...(roots && !chain.root ? ['untrusted' as const] : []), ...(isExpired ? ['expired' as const] : [])];
}

/** RFC 3161, 2.3: the key stamps times and does nothing else, and says so critically. */
function isTimeStamper({ purposes, keyUsage, isAuthority }: Certificate): boolean {
  const isOnlyStamping =
    purposes?.isCritical === true && purposes.ids.length === 1 && purposes.ids[0] === OID.timeStamping;
  return isOnlyStamping && keyUsage?.signs !== false && !isAuthority;
}

function wrappedInfo(wrapped: Der | undefined): Uint8Array {
  const [type, content] = childrenOf(wrapped, TAG.sequence, 2, 2);
  if (oidOf(type) !== OID.timeStampInfo) throw new NotDer('not the content of a time stamp');
  return bodyOf(childrenOf(content, 0xa0, 1, 1)[0], TAG.octetString);
}

function infoFacts(info: Uint8Array) {
  const [version, policy, imprint, serial, at, ...rest] = childrenOf(readDer(info), TAG.sequence, 5, 10);
  if (smallIntegerOf(version) !== 1) throw new NotDer('another version of a time stamp');
  bodyOf(serial, TAG.integer);
  const [algorithm, hashed] = childrenOf(imprint, TAG.sequence, 2, 2);
  const nonce = rest.find(({ tag }) => tag === TAG.integer);
  return {
    policy: oidOf(policy),
    imprint: { hash: hashNameOf(algorithm), digest: bodyOf(hashed, TAG.octetString) },
    nonce: nonce && derBytes(nonce),
    at: timeOf(at),
  };
}

function attributeFacts(attributes: readonly Der[]) {
  const values = new Map<string, Der>();
  for (const attribute of attributes) {
    const [id, set] = childrenOf(attribute, TAG.sequence, 2, 2);
    const [value] = childrenOf(set, TAG.set, 1, 1);
    if (!value || values.has(oidOf(id))) throw new NotDer('an attribute stands twice or says nothing');
    values.set(oidOf(id), value);
  }
  if (oidOf(values.get(OID.contentType)) !== OID.timeStampInfo)
    throw new NotDer('the signature is over something else');
  const reference = values.get(OID.signingCertificateV2);
  return {
    infoDigest: bodyOf(values.get(OID.messageDigest), TAG.octetString),
    certificateReference: reference ? referenceV2(reference) : referenceV1(values.get(OID.signingCertificate)),
  };
}

function referenceV2(value: Der): TimeStampToken['certificateReference'] {
  const [first, second] = firstReference(value);
  if (first?.tag === TAG.octetString) return { hash: 'SHA-256', digest: derBody(first) };
  return { hash: hashNameOf(first), digest: bodyOf(second, TAG.octetString) };
}

/** RFC 2634 knows SHA-1 alone; the chain's signature holds the certificate as well. */
function referenceV1(value: Der | undefined): TimeStampToken['certificateReference'] {
  return { hash: 'SHA-1', digest: bodyOf(firstReference(value)[0], TAG.octetString) };
}

function firstReference(value: Der | undefined): readonly Der[] {
  const [list] = childrenOf(value, TAG.sequence, 1, 2);
  return childrenOf(childrenOf(list, TAG.sequence, 1)[0], TAG.sequence, 1, 3);
}

function signatureNames(algorithm: Der | undefined, infoHash: HashName): { key: 'RSA' | 'EC'; hash: HashName } {
  const { key, hash } = signatureKindOf(algorithm);
  if (key === 'RSA' && hash && hash !== infoHash) throw new NotDer('two digests are named');
  return { key, hash: hash ?? infoHash };
}

function fail(): never {
  throw new NotDer('no signed attributes');
}
