import type { Card } from '@cession/shared/card/card.ts';
import { acceptOwnership, declineOwnership } from '@cession/shared/card/ownership.ts';
import { people } from '@cession/shared/people/actor.ts';
import { useState } from 'react';
import { notSavedText } from '../people/not-saved-text.ts';
import { useSession } from '../people/session.tsx';
import { useRow, useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { showToast } from '../ui/toast.tsx';
import { BecauseDialog } from './because-dialog.tsx';

/** A card offered to this person, or one that came back to them. */
export function OwnershipNote({ card }: { card: Card }) {
  const { t } = useText();
  const { profile } = useSession();
  const { perform } = useSync();
  const [declining, setDeclining] = useState(false);
  const offeredBy = useRow(people, card.offer?.by ?? '')?.name ?? t('capture.somebody');
  const bouncedBy = useRow(people, card.bounced?.by ?? '')?.name ?? t('capture.somebody');
  const accept = async () => {
    const done = await perform(acceptOwnership, { cardId: card.id });
    showToast(done.ok ? t('capture.offer.yours') : notSavedText(t, done.error));
  };
  const decline = async (because: string) => {
    setDeclining(false);
    const done = await perform(declineOwnership, { cardId: card.id, because });
    showToast(done.ok ? t('capture.offer.declined') : notSavedText(t, done.error));
  };
  if (card.offer !== null && card.offer.to === profile.userId) {
    return (
      <>
        <Note
          tone="wait"
          title={t('capture.offer.title', { name: offeredBy })}
          actions={
            <>
              <Button look="plain" onPress={() => void accept()}>
                {t('capture.offer.accept')}
              </Button>
              <Button look="plain" onPress={() => setDeclining(true)}>
                {t('capture.offer.decline')}
              </Button>
            </>
          }
        >
          {card.offer.because === '' ? undefined : card.offer.because}
        </Note>
        {declining && (
          <BecauseDialog
            title={t('capture.offer.declineTitle')}
            label={t('capture.because')}
            action={t('capture.offer.decline')}
            onDone={(because) => void decline(because)}
            onClose={() => setDeclining(false)}
          />
        )}
      </>
    );
  }
  if (card.bounced === null || card.ownerId !== profile.userId) return null;
  return (
    <Note tone="wait" title={t('capture.offer.bounced', { name: bouncedBy })}>
      {card.bounced.because}
    </Note>
  );
}
