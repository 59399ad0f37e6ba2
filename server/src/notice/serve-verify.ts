import type { Database } from '../db/client.ts';
import { copyFor, lookUpPaper } from './look-up-paper.ts';
import { download } from './read-paper.ts';
import { tokenBuckets } from './token-buckets.ts';

export interface VerifyParts {
  readonly database: Database;
  /** DER. */
  readonly roots: { readonly seal: readonly Uint8Array[]; readonly stamp: readonly Uint8Array[] };
  now(): number;
  /** Who asks, as far as the shell knows. */
  addressOf(headers: Headers): string;
  refuse(status: 404 | 405 | 429, code: string, sentence: string): Response;
}

const PATH = /^\/api\/verify\/(?:([0-9a-f]{64})(\/copy)?|([0-9a-f]{12}))$/;
/** A person checks a handful of papers; a machine that tries hashes is slowed down. */
const PER_MINUTE = 60;
const AT_ONCE = 30;

/**
 * The public page's questions; nobody is signed in. `/api/verify/roots`: what seals are judged by.
 * `/api/verify/<sha-256>`: whether it is ours; the first twelve digits of a hash the tablet showed will do for that.
 * `/api/verify/<sha-256>/copy`: the paper, only for a whole hash from the tablet.
 */
export function serveVerify(parts: VerifyParts): (request: Request) => Promise<Response> {
  const buckets = tokenBuckets({ perMinute: PER_MINUTE, atOnce: AT_ONCE, now: parts.now });
  const { refuse } = parts;
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(405, 'method.not-allowed', 'Papers are only looked up here.');
    const { pathname } = new URL(request.url);
    if (pathname === '/api/verify/roots') return Response.json(rootsOf(parts));
    const [, whole, copy, beginning] = PATH.exec(pathname) ?? [];
    const hash = whole ?? beginning;
    if (hash === undefined)
      return refuse(404, 'hash.malformed', 'A paper is looked up by 64 hex digits, or by the 12 the tablet showed.');
    if (!buckets.take(parts.addressOf(request.headers)))
      return refuse(429, 'verify.too-many', 'Too many questions at once. Try again in a minute.');
    if (copy === undefined) return Response.json(await lookUpPaper(parts.database, hash));
    const paper = await copyFor(parts.database, hash);
    if (paper === null) return refuse(404, 'file.not-found', 'There is no such file.');
    return download(paper.bytes, 'application/pdf', `notice-${hash.slice(0, 8)}.pdf`);
  };
}

function rootsOf({ roots }: VerifyParts) {
  const base64 = (der: Uint8Array): string => Buffer.from(der).toString('base64');
  return { seal: roots.seal.map(base64), stamp: roots.stamp.map(base64) };
}
