import { useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { DESK_KEYS } from '../../people/desk/desk-keys.ts';
import { setDeskPreference, useDeskPreferences } from '../../people/desk/desk-preferences.ts';

/** Every key of the desk, and the two habits of whoever sits here. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const { keysOn, openNext } = useDeskPreferences();
  return (
    <Dialog title={t('queue.keys')} onClose={onClose}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2">
        {DESK_KEYS.map((key) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd className={keysOn ? '' : 'text-ink-3'}>{t(`queue.key.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <div className="border-t border-line pt-2">
        <Checkbox
          label={t('queue.keysOn')}
          hint={t('queue.keysOnHint')}
          checked={keysOn}
          onChange={(on) => setDeskPreference('keysOn', on)}
        />
        <Checkbox label={t('queue.openNext')} checked={openNext} onChange={(on) => setDeskPreference('openNext', on)} />
      </div>
    </Dialog>
  );
}

/** The way to the sheet for a pointer, and for whoever has switched the keys off. */
export function KeysButton() {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="plain" onPress={() => setOpen(true)}>
        {t('queue.keys')}
      </Button>
      {open && <KeysSheet onClose={() => setOpen(false)} />}
    </>
  );
}
