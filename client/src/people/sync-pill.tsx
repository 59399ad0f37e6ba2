import { useSyncStatus } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { PillLink } from '../ui/pill.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { pillWords } from './sync-words.ts';

/** How things stand with the server, in the corner of every screen; it opens the outbox. */
export function SyncPill() {
  const { t } = useText();
  const said = pillWords(t, useSyncStatus());
  if (said === null) return null;
  return (
    <PillLink tone={said.tone} href="/outbox">
      {said.tone !== 'neutral' && <span aria-hidden className="size-2 shrink-0 rounded-full bg-current" />}
      <span>
        <VisuallyHidden>{t('sync.pill.outbox')} </VisuallyHidden>
        {said.words}
      </span>
    </PillLink>
  );
}
