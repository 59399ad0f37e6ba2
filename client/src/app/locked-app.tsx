import { useEffect, useState } from 'react';
import { HandedOver } from '../notice/ceremony/handed-over.tsx';
import { useSessionState } from '../people/session.tsx';
import { SignInScreen } from '../people/sign-in-screen.tsx';
import { StuckScreen } from '../people/stuck-screen.tsx';
import { SyncContext } from '../sync/live.ts';
import { addBundle } from '../text/texts.ts';
import { ScreenLoading } from '../ui/busy.tsx';

/** The app while the tablet is handed over. Whoever must sign in first signs in, and is still behind the lock. */
export function LockedApp({ noticeId }: { noticeId: string }) {
  const state = useSessionState();
  const hasTexts = useNoticeTexts();
  switch (state.kind) {
    case 'signed-out':
      return <SignInScreen />;
    case 'stuck':
      return <StuckScreen rescue={state.rescue} />;
    case 'opening':
      return <ScreenLoading />;
    case 'open':
      if (state.phone === null) return <SignInScreen />;
      if (!hasTexts) return <ScreenLoading />;
      return (
        <SyncContext value={state.phone.sync}>
          <HandedOver noticeId={noticeId} />
        </SyncContext>
      );
  }
}

function useNoticeTexts(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    addBundle('notice').then(() => setReady(true), reportError);
  }, []);
  return ready;
}
