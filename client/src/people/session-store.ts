import type { Result } from '@cession/shared/kernel/result.ts';
import type { Profile } from '@cession/shared/people/actor.ts';
import { askAs } from '../device/asking-as.ts';
import { dbName } from '../store/db.ts';
import type { Rescue } from '../store/open-store.ts';
import { takeReadAhead, type ReadAhead } from '../store/read-ahead.ts';
import { noteLeftBehind } from './left-behind.ts';
import { openPhone, type OpenPhone, type PhoneParts } from './open-phone.ts';
import { forgetProfile, keepProfile, readKeptProfile, readProfile } from './profile-store.ts';
import { endSession, finishSignOut } from './end-session.ts';
import type { SignInProblem } from './sign-in.ts';
import { capturesCards } from './start-place.ts';

export type SessionState =
  | { readonly kind: 'signed-out' }
  /** The database is being opened: a moment. */
  | { readonly kind: 'opening'; readonly profile: Profile }
  /** `phone` is null for those who work at the desk only. */
  | { readonly kind: 'open'; readonly profile: Profile; readonly phone: OpenPhone | null }
  /** The database does not open; what lies in it can be carried out. */
  | { readonly kind: 'stuck'; readonly profile: Profile; readonly rescue: Rescue };

/** Who works on this device. Only a person changes it: no network failure ever does. */
export interface SessionStore {
  state(): SessionState;
  subscribe(changed: () => void): () => void;
  /** Opens whoever worked here last, with or without a signal. */
  start(): void;
  signIn(email: string, password: string): Promise<Result<Profile, SignInProblem>>;
  /** Ends the session here at once; answers whether the server has heard of it. */
  signOut(): Promise<boolean>;
}

export function createSession(parts: PhoneParts): SessionStore {
  const listeners = new Set<() => void>();
  let state: SessionState = { kind: 'signed-out' };
  const become = (next: SessionState) => {
    state = next;
    askAs(profileOf(next)?.userId ?? null);
    for (const changed of listeners) changed();
  };
  const slot = phoneSlot(parts, become);

  async function enter(profile: Profile): Promise<void> {
    await keep(profile);
    noteLeftBehind({ ...profile, count: 0 });
    if (state.kind === 'open' && isUnchanged(state.profile, profile)) {
      become({ ...state, profile });
      await state.phone?.sync.trigger('manual');
      return;
    }
    await slot.shut();
    await slot.open(profile);
  }

  return {
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    start: () => {
      void openLast(slot, () => state).catch(reportError);
      followOtherTabs(slot, () => profileOf(state));
    },
    signIn: (email, password) => signInOver(state, slot, enter, email, password),
    signOut: async () => {
      await slot.shut();
      await forgetProfile();
      become({ kind: 'signed-out' });
      return endSession();
    },
  };
}

/** Where nobody is known at once, somebody may be whose phone died right after they signed in. */
async function openLast(slot: PhoneSlot, now: () => SessionState): Promise<void> {
  const profile = readProfile();
  if (profile !== null) return slot.open(profile, takeReadAhead(dbName(profile)));
  const kept = await readKeptProfile();
  if (kept === null) await finishSignOut();
  else if (now().kind === 'signed-out') {
    await keep(kept);
    await slot.open(kept);
  }
}

async function signInOver(
  state: SessionState,
  slot: PhoneSlot,
  enter: (profile: Profile) => Promise<void>,
  email: string,
  password: string,
): Promise<Result<Profile, SignInProblem>> {
  const before = profileOf(state);
  const isOther = before !== null && before.email.toLowerCase() !== email.trim().toLowerCase();
  // From the server's answer on, what is sent is sent as the new person: the old one's loop must be over by then.
  if (isOther) await leaveBehind(state).then(slot.shut);
  // Only the door needs this code: it is not part of what every start loads.
  const { signIn } = await import('./sign-in.ts');
  const answer = await signIn(email, password);
  if (answer.ok) await enter(answer.value);
  else if (isOther) await slot.open(before);
  else askAs(before?.userId ?? null);
  return answer;
}

type PhoneSlot = ReturnType<typeof phoneSlot>;

/** At most one person's database is open. An opening that was overtaken shows nothing any more. */
function phoneSlot(parts: PhoneParts, become: (state: SessionState) => void) {
  let close = async (): Promise<void> => undefined;
  let turn = 0;
  return {
    async open(profile: Profile, ahead: Promise<ReadAhead | null> | null = null): Promise<void> {
      turn += 1;
      const mine = turn;
      if (!capturesCards(profile)) return become({ kind: 'open', profile, phone: null });
      become({ kind: 'opening', profile });
      const show = (phone: OpenPhone) => {
        if (mine === turn) become({ kind: 'open', profile, phone });
      };
      const opened = await openPhone(profile, parts, show, ahead);
      if (!opened.ok) return become({ kind: 'stuck', profile, rescue: opened.error });
      if (mine === turn) close = opened.value;
      else await opened.value();
    },
    async shut(): Promise<void> {
      turn += 1;
      const closing = close;
      close = async () => undefined;
      await closing();
    },
  };
}

export function profileOf(state: SessionState): Profile | null {
  return state.kind === 'signed-out' ? null : state.profile;
}

async function keep(profile: Profile): Promise<void> {
  try {
    await keepProfile(profile);
  } catch {
    // Storage is closed to us: the app works until it is closed, and asks again then.
  }
}

async function leaveBehind(state: SessionState): Promise<void> {
  if (state.kind !== 'open' || state.phone === null) return;
  const { outbox, drafts } = state.phone.sync;
  const count = outbox.items().length + (await drafts.list()).length;
  noteLeftBehind({ ...state.profile, count });
}

/** The same person with the same roles: what runs in their name may go on. */
function isUnchanged(a: Profile, b: Profile): boolean {
  return a.userId === b.userId && a.companyId === b.companyId && a.roles.join() === b.roles.join();
}

/** Another tab signed somebody else in or out: this one must not go on in the old name. */
function followOtherTabs(slot: PhoneSlot, current: () => Profile | null): void {
  addEventListener('storage', () => {
    const [mine, now] = [current(), readProfile()];
    if (mine?.userId === now?.userId && mine?.companyId === now?.companyId) return;
    void slot.shut().then(() => location.reload());
  });
}
