import { lazy, Suspense, useState } from 'react';
import { readPreference, savePreference } from '../device/preference.ts';
import { installWay } from './install-offer.ts';

const InstallGuide = lazy(async () => ({ default: (await import('./install-guide.tsx')).InstallGuide }));

/** Opens the install guide by itself once per device, when `due`: there is a first saved card to keep safe. */
export function InstallInvitation({ due }: { due: boolean }) {
  const [answered, setAnswered] = useState(() => readPreference('install-offered') !== null);
  if (!due || answered || installWay() === 'installed') return null;
  return (
    <Suspense fallback={null}>
      <InstallGuide
        onClose={() => {
          savePreference('install-offered', 'yes');
          setAnswered(true);
        }}
      />
    </Suspense>
  );
}
