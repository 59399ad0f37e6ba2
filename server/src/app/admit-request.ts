import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import { refuse } from './refuse.ts';

export const MEGABYTE = 1024 * 1024;

type House = { readonly publicUrl: string; readonly maxBodyBytes: number };

/** Checks that need no knowledge of what the request is about: where it comes from, its size, whether it is JSON at all. */
export async function admitRequest(request: Request, house: House): Promise<Result<Request, Response>> {
  if (!isOurs(request, house.publicUrl)) {
    return err(
      refuse(403, 'origin.foreign', 'This request was sent by a page of another site, so it was not carried out.'),
    );
  }
  const declared = request.headers.get('content-length');
  if (Number(declared ?? 0) > house.maxBodyBytes) return err(tooLarge(house.maxBodyBytes));
  if (request.body === null) return ok(request);
  if (!isJson(request)) return declared === null ? err(lengthMissing()) : ok(request);
  const body = await readWithin(request.body, house.maxBodyBytes);
  if (body === undefined) return err(tooLarge(house.maxBodyBytes));
  if (!isWellFormed(body)) return err(refuse(400, 'body.malformed', 'The body of this request is not readable JSON.'));
  return ok(
    new Request(request.url, { method: request.method, headers: request.headers, body, signal: request.signal }),
  );
}

/**
 * Only our own pages may change things with a person's cookie. Browsers say where a request comes from in headers that
 * pages cannot set; a program that sends neither carries no person's cookie by itself and is judged by its sign-in.
 */
function isOurs(request: Request, publicUrl: string): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true;
  const origin = request.headers.get('origin');
  if (origin === publicUrl) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  return origin === null || URL.parse(origin)?.host === request.headers.get('host');
}

function isJson(request: Request): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(request.headers.get('content-type') ?? '');
}

/** A body sent in chunks declares no length, so the bytes themselves are counted. */
async function readWithin(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function isWellFormed(body: Uint8Array): boolean {
  if (body.byteLength === 0) return true;
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return true;
  } catch {
    return false;
  }
}

function tooLarge(maxBytes: number): Response {
  const megabytes = (maxBytes / MEGABYTE).toLocaleString('en', { maximumFractionDigits: 1 });
  return unread(
    refuse(413, 'body.too-large', `This request is too large: at most ${megabytes} MB can be sent at once.`),
  );
}

/** Files are passed on as they arrive, so their length has to be known before. */
function lengthMissing(): Response {
  return unread(refuse(411, 'body.length-missing', 'This request does not say how long its body is.'));
}

/** The rest of the body is still on its way, so this connection can carry no other request. */
function unread(refusal: Response): Response {
  refusal.headers.set('connection', 'close');
  return refusal;
}
