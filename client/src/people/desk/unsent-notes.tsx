import { useDeskActor } from './desk-actor.ts';
import { SignInLink } from './sign-in-link.tsx';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { dropUnsent, useUnsent } from './unsent-actions.ts';
import { useDeskPerform } from './use-desk-perform.tsx';

/** What was done but not heard by the server, each with its way to send it again, and why the last thing was refused. */
export function UnsentNotes() {
  const { t } = useText();
  const { userId } = useDeskActor();
  const { refusal, forgetRefusal, resend, busy } = useDeskPerform();
  const unsent = useUnsent(userId);
  if (unsent.length === 0 && refusal === null) return null;
  return (
    <div className="grid gap-2">
      {refusal !== null && (
        <Note
          tone="wrong"
          live
          title={refusal}
          actions={
            <Button look="plain" onPress={forgetRefusal}>
              {t('action.close')}
            </Button>
          }
        />
      )}
      {unsent.map((action) => (
        <Note
          key={action.id}
          tone="wait"
          live
          title={t('queue.unsent', { what: action.words })}
          actions={
            <>
              <Button look="plain" busy={busy !== null} onPress={() => resend(action)}>
                {t('action.retry')}
              </Button>
              {action.signedOut && <SignInLink />}
              <Button look="plain" onPress={() => dropUnsent(action.id)}>
                {t('queue.unsentDrop')}
              </Button>
            </>
          }
        >
          <p>{t('queue.unsentBody')}</p>
        </Note>
      ))}
    </div>
  );
}
