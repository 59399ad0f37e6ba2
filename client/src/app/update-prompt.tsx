import { useState, useSyncExternalStore } from 'react';
import { canReload, subscribeReloadHolds } from '../device/hold-reload.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { applyUpdate, subscribeUpdates, updateState, type UpdateState } from './app-update.ts';

/** Offers the new version; the person decides when, and their unsaved work decides with them. */
export function UpdatePrompt() {
  const { t } = useText();
  const state = useSyncExternalStore(subscribeUpdates, updateState);
  const mayReload = useSyncExternalStore(subscribeReloadHolds, canReload);
  const [later, setLater] = useState<UpdateState>('none');
  const [asked, setAsked] = useState(false);
  if (state === 'none' || state === later) return null;
  const update = () => {
    setAsked(true);
    void applyUpdate();
  };
  return (
    <div className="mx-auto w-full max-w-xl px-4 pt-3">
      <Note
        live
        tone="accent"
        title={t(state === 'ready' ? 'update.ready' : 'update.elsewhere')}
        actions={
          asked ? undefined : (
            <>
              <Button look="plain" onPress={update}>
                {t('update.now')}
              </Button>
              <Button look="plain" onPress={() => setLater(state)}>
                {t('action.later')}
              </Button>
            </>
          )
        }
      >
        {asked && !mayReload ? t('update.held') : t('update.readyBody')}
      </Note>
    </div>
  );
}
