import { useSyncExternalStore, type ReactNode } from 'react';
import { useSyncStatus } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import type { OpenPhone } from './open-phone.ts';
import { useSessionState } from './session.tsx';

/** What keeps everything on this phone until a person acts: an expired sign-in, a closed account, a jammed storage. */
export function LinkNote() {
  const state = useSessionState();
  if (state.kind !== 'open' || state.phone === null) return null;
  return (
    <>
      <StorageNote health={state.phone.health} />
      <ServerNote />
    </>
  );
}

function ServerNote() {
  const { t } = useText();
  const { link, waiting } = useSyncStatus();
  switch (link) {
    case 'paused-auth':
      return (
        <Framed>
          <Note
            live
            tone="wait"
            title={t('sync.note.signIn', { count: waiting })}
            actions={
              <ButtonLink look="plain" href="/sign-in">
                {t('sign-in.action')}
              </ButtonLink>
            }
          >
            {t('sync.note.signInBody')}
          </Note>
        </Framed>
      );
    case 'blocked':
      return (
        <Framed>
          <Note
            live
            tone="wrong"
            title={t('sync.note.closed')}
            actions={
              <ButtonLink look="plain" href="/outbox">
                {t('outbox.title')}
              </ButtonLink>
            }
          >
            {t('sync.note.closedBody')}
          </Note>
        </Framed>
      );
    case 'needs-update':
      return (
        <Framed>
          <Note live tone="wait" title={t('sync.note.update')}>
            {t('sync.note.updateBody')}
          </Note>
        </Framed>
      );
    case 'unknown':
    case 'ok':
    case 'unreachable':
      return null;
  }
}

function StorageNote({ health }: { health: OpenPhone['health'] }) {
  const { t } = useText();
  const state = useSyncExternalStore(health.subscribe, health.state);
  if (state !== 'lost') return null;
  return (
    <Framed>
      <Note
        live
        tone="wrong"
        title={t('sync.note.lost')}
        actions={
          <Button look="plain" onPress={() => location.reload()}>
            {t('action.reload')}
          </Button>
        }
      >
        {t('sync.note.lostBody')}
      </Note>
    </Framed>
  );
}

function Framed({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-xl px-4 pt-3">{children}</div>;
}
