import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import type { Database } from '../db/client.ts';
import { startJobs } from '../db/jobs.ts';
import { rememberServerKey } from '../notice/known-server-keys.ts';
import { publicAddress } from '../notice/find-not-on-file.ts';
import { noticeEffects } from '../notice/notice-effects.ts';
import { NOTICE_JOBS } from '../notice/notice-jobs.ts';
import type { NoticeWork } from '../notice/notice-work.ts';
import { enqueueNoticeHandoff } from '../handoff/enqueue-notice-handoff.ts';
import { ensureSealKey, readStampRoots, type SealKey } from '../notice/seal/seal-key.ts';
import { DEFAULT_TSA_TIMEOUT_MS, readTsaUrls, timestampAuthorities } from '../notice/seal/timestamp-authority.ts';
import { serveNoticeFiles } from '../notice/serve-files.ts';
import { serveVerify } from '../notice/serve-verify.ts';
import { readOrMakeServerKey, type ServerSigner } from '../notice/server-key.ts';
import { startNoticeWork } from '../notice/start-notice-work.ts';
import type { Effect } from '../sync/effect.ts';
import type { ServerSpine } from '../sync/spine.ts';
import type { Env } from './env.ts';
import { CLIENT_ADDRESS_HEADER, type Mount } from './http.ts';
import type { Log } from './log.ts';
import { refuse } from './refuse.ts';
import { serverEnv, serverTimer } from './server-env.ts';

type Parts = { readonly env: Env; readonly database: Database; readonly log: Log };

/** Keys, queue and effects of the notices: there before the spine, which needs the effects. */
export interface NoticeOffice {
  readonly signer: ServerSigner;
  readonly effects: Readonly<Record<string, Effect>>;
  mounts(whoAsks: (request: Request) => Promise<Actor | Response>): Mount[];
  /** From here on notices are proven, sealed and stamped. */
  start(spine: Pick<ServerSpine, 'changeRows'>): Promise<void>;
  stop(): Promise<void>;
}

export async function openNoticeOffice({ env, database, log }: Parts): Promise<NoticeOffice> {
  const signer = await readOrMakeServerKey(env);
  await rememberServerKey(database, signer, msToInstant(serverEnv.now()));
  const seal = await ensureSealKey(env.dataDir, env, new Date(serverEnv.now()));
  const stamping = stampingOf(env, seal);
  const jobs = await startJobs({ database, log, kinds: NOTICE_JOBS });
  const endings: (() => Promise<void>)[] = [() => jobs.stop()];
  const verifyAddress = publicAddress(env.publicUrl);
  const work = { database, env: serverEnv, log, jobs, signer, seal, stamping, enqueueNoticeHandoff, verifyAddress };
  return {
    signer,
    effects: noticeEffects({ signer, jobs }),
    mounts: (whoAsks) => mountsOf({ database, seal, stamping, whoAsks }),
    start: async (spine) => {
      if (seal.isDemo) log.info('seal.is-demo', { words: 'Papers are sealed with a key this app made for itself.' });
      const running = await startNoticeWork({ ...work, spine }, serverTimer);
      endings.push(() => running.stop());
    },
    stop: async () => {
      for (const end of endings.splice(0).toReversed()) await end();
    },
  };
}

function stampingOf(env: Env, seal: SealKey): NoticeWork['stamping'] {
  const urls = readTsaUrls(env.tsaUrls);
  if (urls.length === 0) return null;
  const roots = readStampRoots(env.tsaRootsFile) ?? seal.roots;
  const now = () => new Date(serverEnv.now());
  const wish = { urls, timeoutMs: DEFAULT_TSA_TIMEOUT_MS, now, trustedRoots: roots };
  return { authorities: timestampAuthorities(wish), roots };
}

function mountsOf(parts: {
  readonly database: Database;
  readonly seal: SealKey;
  readonly stamping: NoticeWork['stamping'];
  whoAsks(request: Request): Promise<Actor | Response>;
}): Mount[] {
  const { database, seal, stamping, whoAsks } = parts;
  const files = serveNoticeFiles({ database, whoAsks, refuse });
  const verify = serveVerify({
    database,
    roots: { seal: seal.roots, stamp: stamping?.roots ?? [] },
    now: () => serverEnv.now(),
    addressOf: (headers) => headers.get(CLIENT_ADDRESS_HEADER) ?? '',
    refuse,
  });
  return [
    { path: '/files/paper/*', handler: files },
    { path: '/files/evidence/*', handler: files },
    { path: '/api/verify/*', handler: verify },
  ];
}
