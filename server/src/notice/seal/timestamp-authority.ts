import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import { readAnswer, timeStampRequest, type AnswerProblem } from './time-stamp-answer.ts';

export type AuthorityProblem = AnswerProblem | 'no-answer' | 'too-slow' | 'too-long' | `http-${number}`;
export interface StampRefusal {
  /** In the order asked. Empty: no authority is configured. */
  readonly tried: readonly { readonly url: string; readonly problem: AuthorityProblem }[];
}
export interface GoodStamp {
  readonly token: Uint8Array;
  readonly url: string;
  readonly at: Date;
}
export interface TimestampAuthorities {
  /** A checked RFC 3161 token over a SHA-256 digest. Never a time of our own: without an authority there is no stamp. */
  stamp(digest: Uint8Array): Promise<Result<GoodStamp, StampRefusal>>;
}
export interface AuthoritiesWish {
  /** TSA_URLS in the order in which they are asked. */
  readonly urls: readonly string[];
  readonly timeoutMs: number;
  readonly now: () => Date;
  /** DER. */
  readonly trustedRoots?: readonly Uint8Array[];
}

const NONCE_BYTES = 8;
/** A token with a long chain has some 10 kB. */
const MOST_BYTES = 64 * 1024;
export const DEFAULT_TSA_TIMEOUT_MS = 10_000;

/** TSA_URLS: addresses with spaces or commas between them. */
export function readTsaUrls(text: string | undefined): string[] {
  return (text ?? '').split(/[\s,]+/).filter((part) => /^https?:$/.test(URL.parse(part)?.protocol ?? ''));
}

/** Asks one authority after the other until one gives a token that holds. */
export function timestampAuthorities(wish: AuthoritiesWish): TimestampAuthorities {
  return {
    async stamp(digest) {
      const tried: { url: string; problem: AuthorityProblem }[] = [];
      for (const url of wish.urls) {
        const answer = await ask(url, digest, wish);
        if (answer.ok) return ok({ ...answer.value, url });
        tried.push({ url, problem: answer.error });
      }
      return err({ tried });
    },
  };
}

async function ask(
  url: string,
  digest: Uint8Array,
  wish: AuthoritiesWish,
): Promise<Result<{ token: Uint8Array; at: Date }, AuthorityProblem>> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const answer = await post(url, timeStampRequest({ digest, nonce }), wish.timeoutMs);
  if (!answer.ok) return answer;
  const { now, trustedRoots } = wish;
  return readAnswer(answer.value, { digest, nonce, now: now(), ...(trustedRoots && { trustedRoots }) });
}

async function post(url: string, body: Uint8Array, timeoutMs: number): Promise<Result<Uint8Array, AuthorityProblem>> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const headers = { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' };
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: Uint8Array.from(body),
      redirect: 'error',
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      return err(`http-${response.status}`);
    }
    return await readLimited(response);
  } catch {
    return err(signal.aborted ? 'too-slow' : 'no-answer');
  }
}

async function readLimited(response: Response): Promise<Result<Uint8Array, AuthorityProblem>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > MOST_BYTES) return err('too-long');
    pieces.push(piece);
  }
  return ok(new Uint8Array(Buffer.concat(pieces)));
}
