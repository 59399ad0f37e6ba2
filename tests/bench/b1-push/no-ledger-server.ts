/** Our own server with the ledger in memory: the same shell, sign-in, procedures, checks and rows, no receipts. */
import { authorise } from '@cession/server/app/authorise.ts';
import { readEnv } from '@cession/server/app/env.ts';
import { createHandlers } from '@cession/server/app/handlers.ts';
import { CLIENT_ADDRESS_HEADER, createHttp } from '@cession/server/app/http.ts';
import { listen } from '@cession/server/app/listen.ts';
import { serverEnv, serverTimer } from '@cession/server/app/server-env.ts';
import { createRouter } from '@cession/server/app/trpc.ts';
import { openDatabase } from '@cession/server/db/client.ts';
import { effects } from '@cession/server/effects.ts';
import { readOrMakeServerKey } from '@cession/server/notice/server-key.ts';
import { createAuth } from '@cession/server/people/auth.ts';
import { whoAsks } from '@cession/server/people/session-actor.ts';
import { createPgStore } from '@cession/server/sync/pg-store.ts';
import { createServerSpine } from '@cession/server/sync/spine.ts';
import { tables } from '@cession/server/tables.ts';
import { mutators } from '@cession/shared/mutators.ts';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { withMemoryLedger } from './memory-ledger.ts';

const read = readEnv(process.env);
if (!read.ok) throw new Error(read.error.join('\n'));
const env = read.value;
const log = { debug: () => undefined, info: () => undefined, warn: console.error, error: console.error };
const publicUrl = `http://127.0.0.1:${env.port}`;

const database = openDatabase(env.databaseUrl ?? '', 10, log);
const secret = process.env['AUTH_SECRET'] ?? '';
const auth = createAuth({ database, publicUrl, secret, addressHeader: CLIENT_ADDRESS_HEADER });
const spine = createServerSpine(
  { mutators, tables, effects, authorise, env: serverEnv, log },
  { store: withMemoryLedger(createPgStore(database, tables)), timer: serverTimer },
);
const signer = await readOrMakeServerKey(env);
const router = createRouter(createHandlers({ database, auth, spine, env: serverEnv, signer }));
const answer = (req: Request): Promise<Response> =>
  fetchRequestHandler({
    ...{ endpoint: '/trpc', req, router, allowBatching: false },
    createContext: async () => ({ session: await whoAsks(auth, database, req.headers), headers: req.headers }),
  });
const mounts = [{ path: '/trpc/*', handler: answer }];
const http = createHttp({ mounts, database, version: 'bench', clientDir: env.dataDir, log, publicUrl });
await listen(http.fetch, '127.0.0.1', env.port);
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
