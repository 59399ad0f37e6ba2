import type { Attachment } from './attachments.ts';
import { expiredAt, readRoots, walkChain, type ChainProblem } from './certificate-chain.ts';
import type { Certificate } from './certificate.ts';
import { CheckList, type Check } from './check.ts';
import { checkStamp } from './check-stamp.ts';
import { isSameBytes, NotDer } from './der.ts';
import { OID } from './object-ids.ts';
import {
  certificateDigestOf,
  readSealContainer,
  sealSignatureKind,
  signedBytesOf,
  type SealContainer,
} from './seal-container.ts';
import { readSealedStructure } from './sealed-structure.ts';
import { digest, isSignedBy } from './signatures.ts';
import { findSignedRange } from './signed-range.ts';

export interface VerifyOptions {
  /** Trusted root certificates, DER. None: nothing can be trusted, and 'seal.trusted' says so. */
  readonly roots: readonly Uint8Array[];
  /** Roots of time-stamping authorities, DER; without them `roots` serve both. */
  readonly stampRoots?: readonly Uint8Array[];
  /** The moment to judge at; now when left out. */
  readonly at?: Date;
  /** What the attachments prove together; called only when the seal itself holds. */
  readonly checkAttachments?: (attachments: readonly Attachment[]) => Promise<readonly Check[]>;
}
export interface SealFacts {
  readonly signerName: string;
  /** ISO 8601. */
  readonly sealedCertNotAfter: string;
  /** When an authority saw the seal, ISO 8601; null without a stamp that holds. */
  readonly stampedAt: string | null;
  /** From the file, not from a claim: with a stamp that holds B-T, otherwise B-B (ETSI EN 319 142-1). */
  readonly level: 'B-B' | 'B-T';
}
export interface Verification {
  /** True only when every check there was is good. */
  readonly ok: boolean;
  /** In the order made. After one that takes the ground from the others, no more are made. */
  readonly checks: readonly Check[];
  readonly seal?: SealFacts;
  /** Empty unless the bytes are the sealed ones. */
  readonly attachments: readonly Attachment[];
}

const SEALING_PURPOSES: readonly string[] = [OID.emailProtection, OID.documentSigning, OID.adobeDocumentSigning];

/**
 * Verifies a sealed PDF: one seal that covers the whole file, each of its bytes signed or fixed, issued under a trusted root,
 * its time stamp just the same. Runs in Node and in a browser and asks nobody. Never throws for a bad file.
 */
export async function verifySealedPdf(file: Uint8Array, options: VerifyOptions): Promise<Verification> {
  const list = new CheckList();
  const at = (options.at ?? new Date()).getTime();
  const range = findSignedRange(file, list);
  const container = range && readContainer(range.container, list);
  if (!range || !container) return outcome(list);
  const isDigest = isSameBytes(await digest('SHA-256', range.before, range.after), container.fileDigest);
  if (!list.note('seal.digest', isDigest, 'the sealed bytes are not the ones that were sealed: changed after sealing'))
    return outcome(list);
  if (!(await checkSignature(container, list))) return outcome(list);
  const stampedAt = container.stamp
    ? await checkStamp(
        container.stamp,
        container.signature,
        { roots: readRoots(options.stampRoots ?? options.roots), at },
        list,
      )
    : undefined;
  await checkSigner(container, readRoots(options.roots), stampedAt ?? at, list);
  const attachments = await readSealedStructure(file, range, list);
  const seal = factsOf(container, stampedAt);
  if (!list.isGood) return { ...outcome(list), seal, attachments };
  const more = (await options.checkAttachments?.(attachments)) ?? [];
  return { ok: more.every(({ ok }) => ok), checks: [...list.checks, ...more], seal, attachments };
}

function outcome(list: CheckList): Verification {
  return { ok: false, checks: list.checks, attachments: [] };
}

function readContainer(bytes: Uint8Array, list: CheckList): SealContainer | undefined {
  try {
    return readSealContainer(bytes);
  } catch (error) {
    if (!(error instanceof NotDer)) throw error;
    list.note('seal.encoding', false, `the seal is not written the way it is sealed here: ${error.message}`);
    return undefined;
  }
}

async function checkSignature(seal: SealContainer, list: CheckList): Promise<boolean> {
  const isNamed = isSameBytes(await certificateDigestOf(seal.signer), seal.certificateDigest);
  if (!list.note('seal.certificate', isNamed, 'the certificate beside the seal is not the one the seal names'))
    return false;
  const isSigned = await isSignedBy(seal.signer.keyInfo, sealSignatureKind(seal), seal.signature, signedBytesOf(seal));
  return list.note(
    'seal.signature',
    isSigned,
    'the signature of the seal was not made with the key of its certificate',
  );
}

async function checkSigner(
  { signer, issuers }: SealContainer,
  roots: readonly Certificate[],
  at: number,
  list: CheckList,
) {
  const { chain, problem } = await walkChain(signer, issuers, roots);
  list.note('seal.chain', problem === undefined && isInOrder(chain.certificates, issuers), chainWords(problem));
  const unknown =
    roots.length === 0 ? 'no trusted root certificate was given' : `nobody trusted vouches for "${signer.name}"`;
  list.note('seal.trusted', problem === undefined && chain.root !== undefined, unknown);
  const expired = expiredAt(chain.certificates, at);
  list.note(
    'seal.validity',
    expired === undefined,
    expired ? `${new Date(at).toISOString()} lies outside the validity of "${expired.name}"` : '',
  );
  const { purposes, keyUsage, isAuthority } = signer;
  const isForSealing = !purposes || purposes.ids.some((id) => SEALING_PURPOSES.includes(id));
  list.note(
    'seal.purpose',
    isForSealing && !isAuthority && keyUsage?.signs !== false,
    `the certificate of "${signer.name}" is not for sealing documents`,
  );
}

/** The order is fixed, so that one set of certificates has one encoding. */
function isInOrder(steps: readonly Certificate[], issuers: readonly Certificate[]): boolean {
  return steps.length === issuers.length + 1 && issuers.every((issuer, at) => steps[at + 1] === issuer);
}

function chainWords(problem: ChainProblem | undefined): string {
  if (!problem) return 'the certificates do not stand in the order of their chain';
  const words: Record<ChainProblem['code'], string> = {
    stranger: 'is no part of the chain',
    'bad-signature': 'was not signed by its issuer',
    'not-an-issuer': 'may not issue certificates',
    'unknown-critical-extension': 'has a critical extension that is not understood',
  };
  return `the certificate of "${problem.name}" ${words[problem.code]}`;
}

function factsOf({ signer }: SealContainer, stampedAt: number | undefined): SealFacts {
  return {
    signerName: signer.name,
    sealedCertNotAfter: new Date(signer.notAfter).toISOString(),
    stampedAt: stampedAt === undefined ? null : new Date(stampedAt).toISOString(),
    level: stampedAt === undefined ? 'B-B' : 'B-T',
  };
}
