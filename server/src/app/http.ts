import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import { isDatabaseUp, type Database } from '../db/client.ts';
import { admitRequest, MEGABYTE } from './admit-request.ts';
import type { Log } from './log.ts';
import { refuse } from './refuse.ts';
import { securityHeaders } from './security-headers.ts';
import { createStaticFiles } from './static-files.ts';

/** A part of the app that answers under a path such as `/trpc/*`. Its requests have passed the checks of this shell. */
export type Mount = {
  readonly path: string;
  readonly handler: (request: Request) => Response | Promise<Response>;
  /** One megabyte unless the mount takes files. */
  readonly maxBodyBytes?: number;
};

export type HttpParts = {
  readonly mounts: readonly Mount[];
  readonly database: Database;
  readonly version: string;
  readonly clientDir: string;
  readonly log: Log;
  readonly publicUrl: string;
  readonly trustedProxyHeader?: string | undefined;
};

type Shell = { Variables: { requestId: string } };

/** The header in which mounts find the caller's address; whatever a caller puts there is overwritten. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address';

/** The public page is no part of the app: a page of its own, for people without an account. */
const PUBLIC_PAGE = /^\/verify\/?$/;
const PROGRAM_PATHS = /^\/(trpc|api|files|assets|healthz)(\/|$)/;

export function createHttp(parts: HttpParts): Hono<Shell> {
  const app = new Hono<Shell>();
  app.use(securityHeaders(parts.publicUrl));
  app.use(async (context, next) => {
    const startedAt = performance.now();
    context.set('requestId', randomUUID());
    await next();
    const ms = Math.round(performance.now() - startedAt);
    parts.log.debug('http.answered', {
      method: context.req.method,
      path: context.req.path,
      status: context.res.status,
      ms,
    });
  });
  app.get('/healthz', (context) => answerHealth(context, parts));
  for (const mount of parts.mounts) mountPart(app, mount, parts);
  const files = createStaticFiles(parts.clientDir);
  app.on(['GET', 'HEAD'], '*', async (context) => (await serveApp(context, files)) ?? noSuchPath());
  app.notFound(() => noSuchPath());
  app.onError((error, context) => answerBug(error, context, parts.log));
  return app;
}

function mountPart(app: Hono<Shell>, mount: Mount, parts: HttpParts): void {
  app.use(mount.path, compress());
  app.all(mount.path, async (context) => {
    const admitted = await admitRequest(context.req.raw, {
      publicUrl: parts.publicUrl,
      maxBodyBytes: mount.maxBodyBytes ?? MEGABYTE,
    });
    if (!admitted.ok) return admitted.error;
    nameCaller(admitted.value, context, parts.trustedProxyHeader);
    const answer = await mount.handler(admitted.value);
    if (answer.headers.has('cache-control')) return answer;
    const uncached = new Response(answer.body, answer);
    uncached.headers.set('cache-control', 'no-store');
    return uncached;
  });
}

async function answerHealth(context: Context<Shell>, parts: HttpParts): Promise<Response> {
  const up = await isDatabaseUp(parts.database, 900);
  const health = {
    ok: up,
    version: parts.version,
    database: up ? 'up' : 'down',
    uptimeSeconds: Math.floor(process.uptime()),
  };
  return context.json(health, up ? 200 : 503, { 'cache-control': 'no-store' });
}

/** A file of the built app, or, for a person opening any other address, the app itself: it knows its own pages. */
async function serveApp(
  context: Context<Shell>,
  files: ReturnType<typeof createStaticFiles>,
): Promise<Response | undefined> {
  const { path, raw } = context.req;
  if (PUBLIC_PAGE.test(path)) return servePublicPage(raw, files);
  const file = PROGRAM_PATHS.test(path) && !path.startsWith('/assets/') ? undefined : await files.serve(path, raw);
  if (file !== undefined) return file;
  const forPerson = path === '/' || (raw.headers.get('accept') ?? '').includes('text/html');
  if (!forPerson || PROGRAM_PATHS.test(path)) return undefined;
  return (await files.serve('/', raw)) ?? notBuilt();
}

/** Never from a cache: whoever checks a paper gets today's checker, and leaves nothing on a borrowed machine. */
async function servePublicPage(request: Request, files: ReturnType<typeof createStaticFiles>): Promise<Response> {
  const page = await files.serve('/verify.html', request);
  page?.headers.set('cache-control', 'no-store');
  return page ?? notBuilt();
}

function notBuilt(): Response {
  return refuse(503, 'app.not-built', 'The screens are not built yet: run "npx pnpm@12 start".');
}

function noSuchPath(): Response {
  return refuse(404, 'path.not-found', 'There is nothing at this address.');
}

function answerBug(error: Error, context: Context<Shell>, log: Log): Response {
  const requestId = context.get('requestId');
  log.error('http.failed', { requestId, method: context.req.method, path: context.req.path, error });
  const sentence = 'The server could not finish this request. What happened is in its log under this request id.';
  return refuse(500, 'server.failed', sentence, { requestId });
}

/** A proxy appends the address it saw, so the last entry is the one the trusted proxy itself vouches for. */
function nameCaller(request: Request, context: Context<Shell>, trustedHeader: string | undefined): void {
  const told = trustedHeader === undefined ? undefined : request.headers.get(trustedHeader)?.split(',').at(-1)?.trim();
  // Without a socket (an app called directly, as tests do) there is no address to name.
  const seen =
    context.env === undefined || !('incoming' in Object(context.env)) ? undefined : getConnInfo(context).remote.address;
  request.headers.delete(CLIENT_ADDRESS_HEADER);
  const address = told || seen;
  if (address) request.headers.set(CLIENT_ADDRESS_HEADER, address);
}
