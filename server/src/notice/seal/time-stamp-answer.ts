import {
  childrenOf,
  derBytes,
  isSameBytes,
  NotDer,
  readDer,
  smallIntegerOf,
  TAG,
} from '@cession/shared/paper/verifier/der.ts';
import { der, integer, nothing, octets, oid, sequence, unsigned } from '@cession/shared/paper/verifier/der-writer.ts';
import { OID } from '@cession/shared/paper/verifier/object-ids.ts';
import { readRoots } from '@cession/shared/paper/verifier/certificate-chain.ts';
import {
  readTimeStampToken,
  tokenProblems,
  type TimeStampToken,
  type TokenProblem,
} from '@cession/shared/paper/verifier/time-stamp-token.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';

/** Why an answer of an authority is not used. */
export type AnswerProblem = 'not-granted' | 'garbage' | 'wrong-imprint' | 'wrong-nonce' | 'wrong-time' | TokenProblem;

export interface Asked {
  /** SHA-256. */
  readonly digest: Uint8Array;
  /** 8 random bytes. */
  readonly nonce: Uint8Array;
  /** The clock of this server. */
  readonly now: Date;
  /** DER. Left out: nobody is trusted in particular, the rest is checked all the same. */
  readonly trustedRoots?: readonly Uint8Array[];
}

const CLOCKS_DIFFER_MS = 5 * 60_000;

/** TimeStampReq of RFC 3161, 2.4.1: SHA-256, a nonce, and the certificates of the authority wanted. */
export function timeStampRequest({ digest, nonce }: Pick<Asked, 'digest' | 'nonce'>): Uint8Array {
  const imprint = sequence(sequence(oid(OID.sha256), nothing()), octets(digest));
  return sequence(integer(1), imprint, unsigned(nonce), der(TAG.boolean, Uint8Array.of(0xff)));
}

/** The token in a TimeStampResp, checked in every respect; a token that fails in any of them is no token. */
export async function readAnswer(
  answer: Uint8Array,
  asked: Asked,
): Promise<Result<{ token: Uint8Array; at: Date }, AnswerProblem>> {
  const opened = open(answer);
  if (!opened.ok) return opened;
  const problem = await checkTimestampToken(opened.value, asked);
  if (!problem.ok) return problem;
  return ok({ token: opened.value, at: problem.value });
}

/** Returns the moment the token names; the first rule it breaks otherwise. */
export async function checkTimestampToken(bytes: Uint8Array, asked: Asked): Promise<Result<Date, AnswerProblem>> {
  const token = read(bytes);
  if (!token) return err('garbage');
  if (token.imprint.hash !== 'SHA-256' || !isSameBytes(token.imprint.digest, asked.digest)) return err('wrong-imprint');
  if (!token.nonce || !isSameBytes(token.nonce, unsigned(asked.nonce))) return err('wrong-nonce');
  if (Math.abs(token.at - asked.now.getTime()) > CLOCKS_DIFFER_MS) return err('wrong-time');
  const roots = asked.trustedRoots && readRoots(asked.trustedRoots);
  const [problem] = await tokenProblems(token, { roots, at: asked.now.getTime() });
  return problem ? err(problem) : ok(new Date(token.at));
}

/** PKIStatus 0 and 1 grant, the second with changes that the checks on the token then judge. */
function open(answer: Uint8Array): Result<Uint8Array, AnswerProblem> {
  try {
    const [status, token] = childrenOf(readDer(answer), TAG.sequence, 1, 2);
    const isGranted = smallIntegerOf(childrenOf(status, TAG.sequence, 1, 3)[0]) <= 1;
    return isGranted && token ? ok(derBytes(token)) : err('not-granted');
  } catch (error) {
    if (!(error instanceof NotDer)) throw error;
    return err('garbage');
  }
}

function read(bytes: Uint8Array): TimeStampToken | undefined {
  try {
    return readTimeStampToken(bytes);
  } catch (error) {
    if (!(error instanceof NotDer)) throw error;
    return undefined;
  }
}
