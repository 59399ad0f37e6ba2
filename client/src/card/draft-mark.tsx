import { useState } from 'react';
import { now } from '../device/clock.ts';
import type { DraftState } from '../sync/drafts.ts';
import { useText } from '../text/use-text.ts';
import { Pill } from '../ui/pill.tsx';

/** Whether what is typed is safe on the phone, said where the eye looks for it. */
export function DraftMark({ draft, quiet = null }: { draft: DraftState; quiet?: string | null }) {
  const { t, formatTime } = useText();
  const [last, setLast] = useState({ draft, at: now() });
  if (last.draft !== draft) setLast({ draft, at: now() });
  switch (draft) {
    case 'typing':
      return <Pill>{t('capture.saving')}</Pill>;
    case 'saved':
      return <Pill>{t('capture.savedAt', { time: formatTime(last.at) })}</Pill>;
    case 'none':
      return quiet === null ? null : <Pill>{quiet}</Pill>;
    case 'full':
    case 'closed':
    case 'broken':
      return <Pill tone="wrong">{t('capture.notSaved.title')}</Pill>;
  }
}
