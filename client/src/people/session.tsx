import type { Profile } from '@cession/shared/people/actor.ts';
import { createContext, use, useSyncExternalStore } from 'react';
import type { CessionDb } from '../store/db.ts';
import type { Sync } from '../sync/start-sync.ts';
import type { SessionState, SessionStore } from './session-store.ts';

/** Given once by the app. */
export const SessionContext = createContext<SessionStore | null>(null);

export interface Session {
  readonly profile: Profile;
  /** null for those who work at the desk only; screens of the phone read it with the hooks of `sync/live.ts`. */
  readonly sync: Sync | null;
  /** What the phone keeps beside the spine; null for those who work at the desk only. */
  readonly db: CessionDb | null;
  /** The browser has thrown away what this person had on this device. */
  readonly wiped: boolean;
  readonly signIn: SessionStore['signIn'];
  readonly signOut: SessionStore['signOut'];
}

export function useSessionStore(): SessionStore {
  const store = use(SessionContext);
  if (store === null) throw new Error('this part stands outside of SessionContext');
  return store;
}

export function useSessionState(): SessionState {
  const store = useSessionStore();
  return useSyncExternalStore(store.subscribe, store.state);
}

/** For screens that only a signed-in person sees. */
export function useSession(): Session {
  const { signIn, signOut } = useSessionStore();
  const state = useSessionState();
  if (state.kind !== 'open') throw new Error('this screen is for somebody who is signed in');
  const { profile, phone } = state;
  return { profile, sync: phone?.sync ?? null, db: phone?.db ?? null, wiped: phone?.wiped ?? false, signIn, signOut };
}
