import type { Actor } from '@cession/shared/people/actor.ts';
import type { SessionAnswer } from '../people/session-actor.ts';
import { refuse } from './refuse.ts';

/** Who sends a request outside of the procedures; or the answer for somebody who is not let in. */
export async function askedBy(
  request: Request,
  whoAsks: (headers: Headers) => Promise<SessionAnswer>,
): Promise<Actor | Response> {
  const session = await whoAsks(request.headers);
  if (session.kind === 'signed-out') return refuse(401, 'unauthorized', 'Sign in first.');
  if (session.kind === 'closed') return refuse(403, 'forbidden', 'This account is closed. Ask your admin.');
  const claimed = request.headers.get('x-cession-person');
  // The page was opened by another person than the cookie's. Only ever a reason to refuse.
  if (claimed !== null && claimed !== session.actor.userId) {
    return refuse(401, 'unauthorized', 'Somebody else has signed in here. Sign in again.');
  }
  return session.actor;
}
