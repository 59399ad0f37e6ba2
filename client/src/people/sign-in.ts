import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type { Profile } from '@cession/shared/people/actor.ts';
import { whoAmI } from '@cession/shared/people/people-procedures.ts';
import { ask, AskFailure } from '../device/ask-server.ts';
import { askAs } from '../device/asking-as.ts';
import { postJson } from '../device/post-json.ts';
import { endSession, forgetSignOut } from './end-session.ts';

export type SignInProblem = 'wrong' | 'too-many' | 'unreachable' | 'closed';

/** Opens a session; the cookie is the browser's business, the profile is ours. */
export async function signIn(email: string, password: string): Promise<Result<Profile, SignInProblem>> {
  const status = await postJson('/api/auth/sign-in/email', { email: email.trim(), password });
  // 403 is the shell's: a proxy on the way has changed where we come from.
  if (status === null || status >= 500 || status === 403) return err('unreachable');
  if (status === 429) return err('too-many');
  if (status !== 200) return err('wrong');
  forgetSignOut();
  // Who this is, only the answer tells.
  askAs(null);
  try {
    return ok(await ask(whoAmI, {}));
  } catch (failure) {
    // The cookie is this person's already, and we do not know who they are: nothing may be sent in their name.
    await endSession();
    if (!(failure instanceof AskFailure)) throw failure;
    return err(failure.fault === 'forbidden' ? 'closed' : 'unreachable');
  }
}

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly company: string;
  readonly roles: readonly string[];
}

/** The demo's people, where this server is a demo; otherwise nobody. */
export async function demoAccounts(): Promise<readonly DemoAccount[]> {
  try {
    const answer = await fetch('/api/demo', { signal: AbortSignal.timeout(5000) });
    const isOurs = answer.ok && answer.headers.get('content-type')?.includes('json');
    return isOurs ? ((await answer.json()) as DemoAccount[]) : []; // our own server's answer
  } catch {
    // No signal: the page still signs in by hand later.
    return [];
  }
}
