/** The peers' endpoints behind our own HTTP shell and sign-in: Hono, compression, checks, one session look-up each. */
import { createAuth } from '@cession/server/people/auth.ts';
import { whoAsks } from '@cession/server/people/session-actor.ts';
import { CLIENT_ADDRESS_HEADER, createHttp } from '@cession/server/app/http.ts';
import { listen } from '@cession/server/app/listen.ts';
import { openDatabase } from '@cession/server/db/client.ts';
import { takeFromRxdb, takeFromTanstack, type PeerDoor } from './peer-endpoints.ts';

const env = (name: string): string => process.env[name] ?? '';
const log = { debug: () => undefined, info: () => undefined, warn: console.error, error: console.error };
const publicUrl = `http://127.0.0.1:${env('PORT')}`;

// As many connections as ours takes by default.
const database = openDatabase(env('DATABASE_URL'), 10, log);
const auth = createAuth({ database, publicUrl, secret: env('AUTH_SECRET'), addressHeader: CLIENT_ADDRESS_HEADER });
const door: PeerDoor = {
  pool: database.$client,
  companyOf: async (request) => {
    const who = await whoAsks(auth, database, request.headers);
    return who.kind === 'signed-in' ? who.actor.companyId : null;
  },
};
const mounts = [
  { path: '/peers/rxdb', handler: (request: Request) => takeFromRxdb(door, request) },
  { path: '/peers/tanstack', handler: (request: Request) => takeFromTanstack(door, request) },
];
const http = createHttp({ mounts, database, version: 'bench', clientDir: env('EMPTY_DIR'), log, publicUrl });
await listen(http.fetch, '127.0.0.1', Number(env('PORT')));
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
