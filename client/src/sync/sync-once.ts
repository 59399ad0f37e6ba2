import { readMeta } from './meta.ts';
import type { TransportFailure } from './ports.ts';
import { pull } from './pull.ts';
import { push, type PushKit, type RunOutcome } from './push.ts';
import { reconcile } from './reconcile.ts';

/**
 * One round: what waits goes out, what is new comes in, a restored server is filled again.
 * Where the way is in doubt the health page is asked first, so that nothing counts as perhaps sent
 * which never left the phone.
 */
export async function syncOnce(own: PushKit, resting: ReadonlySet<string>, doubt: boolean): Promise<RunOutcome> {
  const blocked = await wayBlocked(own, doubt);
  if (blocked) return { failure: blocked, waitMs: 0, moved: false };
  // Begun before the app was killed: what waits may stand on what the server still lacks.
  const unfilled = await reconcile(own);
  if (unfilled) return { failure: unfilled, waitMs: 0, moved: false };
  const sent = await push(own, resting);
  if (sent.failure) return sent;
  const failure = (await pull(own)) ?? (await fillRestoredServer(own, resting));
  return { ...sent, failure };
}

async function wayBlocked({ ports }: PushKit, doubt: boolean): Promise<TransportFailure | null> {
  const link = await ports.store.tx('r', ['meta'], (tx) => readMeta(tx, 'link'));
  if (!doubt && link !== 'unreachable') return null;
  const reach = await ports.online.probe();
  if (reach === 'reachable') return null;
  return { kind: 'unreachable', why: reach === 'captive-portal' ? 'captive-portal' : 'network' };
}

async function fillRestoredServer(own: PushKit, resting: ReadonlySet<string>): Promise<TransportFailure | null> {
  const { reconcile: isRestored } = await own.ports.store.tx('r', ['meta'], (tx) => readMeta(tx, 'server'));
  if (!isRestored) return null;
  const failure = (await reconcile(own)) ?? (await push(own, resting)).failure;
  return failure ?? pull(own);
}
