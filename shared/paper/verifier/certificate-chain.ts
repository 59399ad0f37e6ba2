import { isIssuedBy, readCertificate, type Certificate } from './certificate.ts';
import { isSameBytes } from './der.ts';

export interface Chain {
  /** The signer first, then its issuers as they stand beside it, a root among them only when it is a trusted one. */
  readonly certificates: readonly Certificate[];
  /** undefined: the chain leads to nobody who is trusted. */
  readonly root: Certificate | undefined;
}
export type ChainProblem =
  /** Beside the signer stands a certificate that is no part of its chain, or one twice. */
  | { readonly code: 'stranger'; readonly name: string }
  | { readonly code: 'bad-signature'; readonly name: string }
  /** An issuer that is no authority, may not issue certificates, or allows fewer steps below it. */
  | { readonly code: 'not-an-issuer'; readonly name: string }
  | { readonly code: 'unknown-critical-extension'; readonly name: string };

/** Trusted roots as DER to certificates. Throws NotDer for one that cannot be read. */
export function readRoots(roots: readonly Uint8Array[]): Certificate[] {
  return roots.map((root) => readCertificate(root));
}

/**
 * Walks from the signer up by issuer names and checks each signature on the way (RFC 5280, 6.1, without revocation).
 * Every certificate in `beside` has to be a step of that walk: what nobody vouches for may not lie in a seal.
 */
export async function walkChain(
  signer: Certificate,
  beside: readonly Certificate[],
  roots: readonly Certificate[],
): Promise<{ readonly chain: Chain; readonly problem: ChainProblem | undefined }> {
  const steps = [signer];
  const left = [...beside];
  const stop = (problem: ChainProblem | undefined, root?: Certificate) => ({
    chain: { certificates: steps, root },
    problem,
  });
  for (let child = signer; ;) {
    const [problem, root] = [cannotStand(child, steps.length), await trustedIssuer(child, roots)];
    if (problem) return stop(problem);
    const at = left.findIndex((candidate) => isSameBytes(candidate.subject, child.issuer));
    const parent = left[at];
    if (!parent || isSelfIssued(child))
      return stop(left[0] ? { code: 'stranger', name: left[0].name } : undefined, root);
    left.splice(at, 1);
    if (!(await isIssuedBy(child, parent))) return stop({ code: 'bad-signature', name: child.name });
    // A root lying in the file is no more than a copy of one that is trusted.
    if (isSelfIssued(parent) && !(await isIssuedBy(parent, parent)))
      return stop({ code: 'bad-signature', name: parent.name });
    steps.push(parent);
    child = parent;
  }
}

export function expiredAt(certificates: readonly Certificate[], at: number): Certificate | undefined {
  return certificates.find(({ notBefore, notAfter }) => at < notBefore || at > notAfter);
}

function cannotStand(certificate: Certificate, position: number): ChainProblem | undefined {
  const { name, strangers, isAuthority, keyUsage, pathLength } = certificate;
  if (strangers.length > 0) return { code: 'unknown-critical-extension', name };
  if (position === 1) return undefined;
  const isIssuer = isAuthority && keyUsage?.signsCertificates !== false;
  const isDeepEnough = pathLength === undefined || pathLength >= position - 2;
  return isIssuer && isDeepEnough ? undefined : { code: 'not-an-issuer', name };
}

/** The root that is this certificate, or that signed it. */
async function trustedIssuer(
  certificate: Certificate,
  roots: readonly Certificate[],
): Promise<Certificate | undefined> {
  for (const root of roots) {
    if (isSameBytes(root.der, certificate.der)) return root;
    if (isSameBytes(root.subject, certificate.issuer) && root.isAuthority && (await isIssuedBy(certificate, root)))
      return root;
  }
  return undefined;
}

const isSelfIssued = ({ issuer, subject }: Certificate): boolean => isSameBytes(issuer, subject);
