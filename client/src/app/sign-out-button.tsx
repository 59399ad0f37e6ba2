import { useState } from 'react';
import { useLocation } from 'wouter';
import { useSession } from '../people/session.tsx';
import { useText } from '../text/use-text.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { showToast } from '../ui/toast.tsx';

/** Signing out waits until everything is sent: what lies in the outbox could not be sent by anybody else. */
export function SignOutButton() {
  const { t } = useText();
  const { sync, signOut } = useSession();
  const [, navigate] = useLocation();
  const [blocked, setBlocked] = useState(0);
  const leave = async () => {
    const may = sync?.outbox.canSignOut() ?? null;
    if (may !== null && !may.ok) return setBlocked(may.error.count);
    const heard = await signOut();
    navigate('/sign-in', { replace: true });
    if (!heard) showToast(t('more.signOutOffline'));
  };
  return (
    <div className="grid gap-3">
      {blocked > 0 && (
        <Note
          live
          tone="wait"
          actions={
            <ButtonLink look="plain" href="/outbox">
              {t('more.outbox')}
            </ButtonLink>
          }
        >
          {t('more.signOutBlocked', { count: blocked })}
        </Note>
      )}
      <Button wide onPress={() => void leave()}>
        {t('more.signOut')}
      </Button>
    </div>
  );
}
