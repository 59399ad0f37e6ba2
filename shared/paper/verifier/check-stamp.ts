import type { Certificate } from './certificate.ts';
import type { CheckList, SealCheckName } from './check.ts';
import { isSameBytes, NotDer } from './der.ts';
import { digest } from './signatures.ts';
import { readTimeStampToken, tokenProblems, type TimeStampToken, type TokenProblem } from './time-stamp-token.ts';

const WORDS: Record<TokenProblem | 'early', { readonly check: SealCheckName; readonly words: string }> = {
  'bad-signature': { check: 'stamp.signature', words: 'the time stamp was not signed by its authority' },
  'wrong-certificate': {
    check: 'stamp.signature',
    words: 'the certificate beside the time stamp is not the one it names',
  },
  'not-a-tsa': {
    check: 'stamp.authority',
    words: 'the time stamp was signed with a certificate that is not for time stamping',
  },
  'bad-chain': { check: 'stamp.authority', words: 'the certificates beside the time stamp are not one chain' },
  untrusted: { check: 'stamp.trusted', words: 'nobody trusted vouches for the authority of the time stamp' },
  expired: { check: 'stamp.validity', words: 'a certificate of the time-stamping authority is outside its validity' },
  early: { check: 'stamp.validity', words: 'the time stamp names a moment that has not come yet' },
};
/** Clocks of authorities and of whoever verifies may differ by this much. */
const CLOCKS_DIFFER_MS = 5 * 60_000;
const CHECKS: readonly SealCheckName[] = ['stamp.signature', 'stamp.authority', 'stamp.trusted', 'stamp.validity'];

/** Checks the token over the signature of a seal. Returns the stamped moment (ms since 1970) only when every check is good. */
export async function checkStamp(
  bytes: Uint8Array,
  signature: Uint8Array,
  judge: { readonly roots: readonly Certificate[]; readonly at: number },
  list: CheckList,
): Promise<number | undefined> {
  const token = read(bytes, list);
  if (!token) return undefined;
  const wanted = await digest('SHA-256', signature);
  const isOver = token.imprint.hash === 'SHA-256' && isSameBytes(token.imprint.digest, wanted);
  const isGood = list.note('stamp.imprint', isOver, 'the time stamp was made for something else than this seal');
  const isLater = token.at > judge.at + CLOCKS_DIFFER_MS;
  const problems = [...(await tokenProblems(token, judge)), ...(isLater ? ['early' as const] : [])];
  for (const check of CHECKS) {
    const found = problems.find((problem) => WORDS[problem].check === check);
    list.note(check, !found, found ? WORDS[found].words : '');
    if (found === 'bad-signature' || found === 'wrong-certificate') return undefined;
  }
  return isGood && problems.length === 0 ? token.at : undefined;
}

function read(bytes: Uint8Array, list: CheckList): TimeStampToken | undefined {
  try {
    const token = readTimeStampToken(bytes);
    list.note('stamp.encoding', true, '');
    return token;
  } catch (error) {
    if (!(error instanceof NotDer)) throw error;
    list.note('stamp.encoding', false, `the time stamp is written in an unknown way: ${error.message}`);
    return undefined;
  }
}
