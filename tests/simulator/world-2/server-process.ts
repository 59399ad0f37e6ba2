/** One process of the server, put together from the same parts as the product's own start, with the world's clock. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { authorise } from '@cession/server/app/authorise.ts';
import { askedBy } from '@cession/server/app/asked-by.ts';
import { createFileClerk } from '@cession/server/app/file-clerk.ts';
import { createHandlers } from '@cession/server/app/handlers.ts';
import { createHttp } from '@cession/server/app/http.ts';
import { refuse } from '@cession/server/app/refuse.ts';
import { createRouter, statusOf } from '@cession/server/app/trpc.ts';
import { openDatabase, type Database } from '@cession/server/db/client.ts';
import type { Jobs } from '@cession/server/db/jobs.ts';
import { MOST_PART_BYTES, serveFiles } from '@cession/server/document/serve-files.ts';
import { effects } from '@cession/server/effects.ts';
import { noticeEffects } from '@cession/server/notice/notice-effects.ts';
import type { ServerSigner } from '@cession/server/notice/server-key.ts';
import type { Auth } from '@cession/server/people/auth.ts';
import type { SessionAnswer } from '@cession/server/people/session-actor.ts';
import type { Env, SpineLog } from '@cession/server/sync/env.ts';
import { createPgStore } from '@cession/server/sync/pg-store.ts';
import { createServerSpine, type ServerSpine } from '@cession/server/sync/spine.ts';
import { tables } from '@cession/server/tables.ts';
import type { MutatorRegistry } from '@cession/shared/sync/mutator.ts';
import type { FetchIt } from '@cession/client/sync/http-transport.ts';
import type { Seams } from '../world.ts';
import { gateStatements } from './statement-gate.ts';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';

export const HOST = 'http://localhost:8787';

export interface ServerProcess {
  readonly name: string;
  readonly spine: ServerSpine;
  readonly fetchIt: FetchIt;
}

export interface ProcessParts {
  readonly name: string;
  readonly database: Database;
  readonly env: Env;
  readonly log: SpineLog;
  readonly mutators: MutatorRegistry;
  readonly seams: Seams;
  readonly signer: ServerSigner;
  readonly jobs: Jobs;
  readonly who: (headers: Headers) => Promise<SessionAnswer>;
}

const POOL = 6;
const clientDir = mkdtempSync(`${tmpdir()}/cession-client-`);
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
/** Nothing here happens because time passed: the world says when a worker goes round. */
const noTimer = { after: () => ({ cancel: () => undefined }) };

/** A pool of connections under a name of its own, so that exactly this process can be cut off. */
export function openPool(url: string, name: string): Database {
  const named = new URL(url);
  named.searchParams.set('application_name', name);
  const database = openDatabase(named.href, POOL, quiet);
  database.$client.options.application_name = name;
  gateStatements(database);
  return database;
}

export function startProcess(parts: ProcessParts): ServerProcess {
  const { name, database, env, log, seams, signer, jobs, who } = parts;
  const store = seams.serverStore?.(createPgStore(database, tables)) ?? createPgStore(database, tables);
  const plain = createServerSpine(
    {
      ...{ mutators: parts.mutators, tables, authorise, env, log },
      effects: { ...effects, ...noticeEffects({ signer, jobs }) },
    },
    { store, timer: noTimer },
  );
  const spine = seams.spine?.(plain, { store }) ?? plain;
  const clerk = createFileClerk({ database, env, timer: noTimer, log });
  // Only the people's desk and the enrolling of tablets ask the sign-in library; nobody here does either.
  const auth = {} as Auth;
  const router = createRouter(createHandlers({ database, auth, spine, env, signer }));
  const files = serveFiles({ database, take: clerk.take, who: (request) => askedBy(request, who), refuse });
  const trpc = (req: Request) =>
    fetchRequestHandler({
      ...{ endpoint: '/trpc', req, router, allowBatching: false, allowMethodOverride: true },
      createContext: async () => ({ session: await who(req.headers), headers: req.headers }),
      responseMeta: ({ errors }) => {
        const status = errors.map((error) => statusOf(error)).find((found) => found !== null);
        return status === undefined || status === null ? {} : { status };
      },
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') log.error('trpc.failed', { path, error: error.cause ?? error });
      },
    });
  const mounts = [
    { path: '/trpc/*', handler: trpc },
    { path: '/files/*', maxBodyBytes: MOST_PART_BYTES, handler: files },
  ];
  const http = createHttp({ mounts, database, version: 'test', clientDir, log: quiet, publicUrl: HOST });
  return { name, spine, fetchIt: async (url, init) => http.fetch(new Request(`${HOST}${url}`, init)) };
}
