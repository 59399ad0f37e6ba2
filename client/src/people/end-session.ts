import { readPreference, savePreference } from '../device/preference.ts';
import { postJson } from '../device/post-json.ts';

const DUE = 'sign-out-due';

/** Ends the session on the server. The answer says whether the server heard it; if not, it will. */
export async function endSession(): Promise<boolean> {
  const heard = (await postJson('/api/auth/sign-out', {})) === 200;
  savePreference(DUE, heard ? '' : 'yes');
  if (!heard) addEventListener('online', () => void finishSignOut(), { once: true });
  return heard;
}

/**
 * Tells the server of a sign-out it has not heard of; true when there is none left. Until then the browser still holds
 * the cookie of somebody who has gone, and nothing may be sent with it.
 */
export async function finishSignOut(): Promise<boolean> {
  return readPreference(DUE) !== 'yes' || (await endSession());
}

/** A new session has taken the place of the old one: there is nothing left to end. */
export function forgetSignOut(): void {
  savePreference(DUE, '');
}
