import { lazy, Suspense, type ReactNode } from 'react';
import { Redirect } from 'wouter';
import { LinkNote } from '../people/link-note.tsx';
import type { OpenPhone } from '../people/open-phone.ts';
import { useSessionState } from '../people/session.tsx';
import { SyncNews } from '../people/sync-news.tsx';
import { SyncPill } from '../people/sync-pill.tsx';
import { SyncContext } from '../sync/live.ts';
import { AppBarState } from '../ui/app-bar.tsx';
import { ScreenLoading } from '../ui/busy.tsx';
import { FirstCardInvitation } from './first-card-invitation.tsx';
import { tabPlaces } from './routes.tsx';

const SignInScreen = lazy(async () => ({ default: (await import('../people/sign-in-screen.tsx')).SignInScreen }));
const StuckScreen = lazy(async () => ({ default: (await import('../people/stuck-screen.tsx')).StuckScreen }));

/** Lets a person in to the screens that are theirs. No network failure ever closes this gate. */
export function SessionGate({ place, children }: { place: string; children: ReactNode }) {
  const state = useSessionState();
  if (isOpenToAll(place)) return children;
  switch (state.kind) {
    case 'signed-out':
      return (
        <Suspense fallback={<ScreenLoading />}>
          <SignInScreen />
        </Suspense>
      );
    case 'opening':
      return <ScreenLoading />;
    case 'stuck':
      return (
        <Suspense fallback={<ScreenLoading />}>
          <StuckScreen rescue={state.rescue} />
        </Suspense>
      );
    case 'open':
      if (state.phone !== null) {
        return (
          <OnPhone place={place} phone={state.phone}>
            {children}
          </OnPhone>
        );
      }
      return isForDesk(place) ? children : <Redirect to="/desk/queue" replace />;
  }
}

function OnPhone({ place, phone, children }: { place: string; phone: OpenPhone; children: ReactNode }) {
  const isTab = tabPlaces.some((tab) => tab === place);
  return (
    <SyncContext value={phone.sync}>
      <AppBarState value={<SyncPill />}>
        <SyncNews />
        {(isTab || place === '/outbox') && <LinkNote />}
        {children}
        <FirstCardInvitation place={place} />
      </AppBarState>
    </SyncContext>
  );
}

function isOpenToAll(place: string): boolean {
  return place === '/sign-in' || place === '/kit';
}

/** Without a role that captures cards there is nothing on the phone to show. */
function isForDesk(place: string): boolean {
  return place.startsWith('/desk') || place === '/more' || place === '/more/look';
}
