import { mutators } from '@cession/shared/mutators.ts';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Database } from '../db/client.ts';
import { oneProcessAtATime } from '../db/one-at-a-time.ts';
import { effects } from '../effects.ts';
import { createAuth } from '../people/auth.ts';
import { companyIds } from '../people/found-company.ts';
import { whoAsks, type SessionAnswer } from '../people/session-actor.ts';
import { showPeople } from '../people/show-people.ts';
import { createPgStore } from '../sync/pg-store.ts';
import { noticeRestore } from '../sync/notice-restore.ts';
import { createServerSpine } from '../sync/spine.ts';
import { tables } from '../tables.ts';
import { MOST_PART_BYTES, serveFiles } from '../document/serve-files.ts';
import { authorise } from './authorise.ts';
import { startOfficeClock } from './bounce-overdue-offers.ts';
import type { Env } from './env.ts';
import { serveEvents } from './events.ts';
import { askedBy } from './asked-by.ts';
import { openNoticeOffice, type NoticeOffice } from './compose-notices.ts';
import { createFileClerk } from './file-clerk.ts';
import { letSomebodyIn } from './first-start.ts';
import { createHandlers } from './handlers.ts';
import { CLIENT_ADDRESS_HEADER, type Mount } from './http.ts';
import type { Log } from './log.ts';
import { refuse } from './refuse.ts';
import { serverEnv, serverTimer } from './server-env.ts';
import { createRouter, statusOf } from './trpc.ts';

type Parts = { readonly env: Env; readonly database: Database; readonly log: Log; readonly isNewEmbedded: boolean };
export type Composed = { readonly mounts: Mount[]; readonly demo: boolean; stop(): Promise<void> };

/**
 * What the sign-in library may be asked for. It answers to much more, such as giving oneself another name, which is an
 * admin's to give; a new door is opened here by name.
 */
const OPEN_DOORS = ['sign-in/email', 'sign-out', 'get-session', 'change-password'] as const;

/** Puts the product together: identity, the spine with its lists, the procedures, the pokes. */
export async function composeApp({ env, database, log, isNewEmbedded }: Parts): Promise<Composed> {
  const { publicUrl, authSecret: secret } = env;
  const auth = createAuth({ database, publicUrl, secret, addressHeader: CLIENT_ADDRESS_HEADER });
  const notices = await openNoticeOffice({ env, database, log });
  const store = createPgStore(database, tables);
  const spine = createServerSpine(
    { mutators, tables, effects: { ...effects, ...notices.effects }, authorise, env: serverEnv, log },
    { store, timer: serverTimer },
  );
  const people = { database, auth, writer: spine };
  const door = await openDoor(database, { env, people, log, isNewEmbedded, notices });
  for (const companyId of await companyIds(database)) await showPeople(people, companyId);
  spine.leftOver.start();
  const officeClock = startOfficeClock({ database, env: serverEnv, timer: serverTimer, log });
  await notices.start(spine);

  const clerk = createFileClerk({ database, env: serverEnv, timer: serverTimer, log });
  const who = (headers: Headers): Promise<SessionAnswer> => whoAsks(auth, database, headers);
  const router = createRouter(createHandlers({ database, auth, spine, env: serverEnv, signer: notices.signer }));
  const events = serveEvents(spine, who);
  const files = serveFiles({ database, take: clerk.take, who: (request) => askedBy(request, who), refuse });
  const mounts: Mount[] = [
    { path: '/trpc/*', handler: (request) => answerTrpc(router, request, who, log) },
    ...OPEN_DOORS.map((name) => ({ path: `/api/auth/${name}`, handler: (request: Request) => auth.handler(request) })),
    ...notices.mounts((request) => askedBy(request, who)),
    { path: '/files/*', maxBodyBytes: MOST_PART_BYTES, handler: files },
    { path: '/api/demo', handler: () => Response.json(door.demoAccounts) },
    { path: '/events', handler: events.handler },
  ];
  return {
    mounts,
    demo: door.demoAccounts.length > 0,
    stop: async () => {
      events.stop();
      await officeClock.stop();
      await notices.stop();
      await clerk.stop();
      await spine.stop();
    },
  };
}

/** Whoever refuses the start closes the database next; the queue of work must not look into it any more. */
async function openDoor(database: Database, parts: Parameters<typeof letSomebodyIn>[0] & { notices: NoticeOffice }) {
  const open = async () => {
    await noticeRestore(database, parts.log);
    return letSomebodyIn(parts);
  };
  return oneProcessAtATime(database, open).catch(async (refused: unknown) => {
    await parts.notices.stop();
    throw refused;
  });
}

function answerTrpc(
  router: ReturnType<typeof createRouter>,
  req: Request,
  who: (headers: Headers) => Promise<SessionAnswer>,
  log: Log,
): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/trpc',
    req,
    router,
    createContext: async () => ({ session: await who(req.headers), headers: req.headers }),
    // A phone's pull must never wait behind another question, and a thousand commas must not become a thousand calls.
    allowBatching: false,
    allowMethodOverride: true,
    responseMeta: ({ errors }) => {
      const status = errors.map((error) => statusOf(error)).find((found) => found !== null);
      return status === undefined || status === null ? {} : { status };
    },
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') log.error('trpc.failed', { path, error: error.cause ?? error });
    },
  });
}
