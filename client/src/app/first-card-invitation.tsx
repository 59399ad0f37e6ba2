import { useEffect } from 'react';
import { readPreference, savePreference } from '../device/preference.ts';
import { useOutbox } from '../sync/live.ts';
import { InstallInvitation } from './install-invitation.tsx';

const NAME = 'first-card';

/** Notices the first card that is saved on this device, and offers the home screen when its owner is back on Today. */
export function FirstCardInvitation({ place }: { place: string }) {
  const saved = useOutbox().some((item) => item.name === 'card.create');
  useEffect(() => {
    if (saved) savePreference(NAME, 'yes');
  }, [saved]);
  return <InstallInvitation due={place === '/' && (saved || readPreference(NAME) !== null)} />;
}
