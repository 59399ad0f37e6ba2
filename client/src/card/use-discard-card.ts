import { createCard } from '@cession/shared/card/create-card.ts';
import { discardCard } from '@cession/shared/card/discard-card.ts';
import type { Card, CardId } from '@cession/shared/card/card.ts';
import { SECTIONS } from '@cession/shared/card/card-fields.ts';
import { useLocation } from 'wouter';
import { newId } from '../device/new-id.ts';
import { notSavedText } from '../people/not-saved-text.ts';
import { useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { showToast } from '../ui/toast.tsx';
import { draftKeyOf } from './card-drafts.ts';
import { cardName } from './card-name.ts';

/** Throws a draft away and offers it back: the same card while nothing was sent, else a new one with all it held. */
export function useDiscardCard(card: Card): () => Promise<void> {
  const { t } = useText();
  const { perform, outbox, drafts } = useSync();
  const [, navigate] = useLocation();
  return async () => {
    const done = await perform(discardCard, { cardId: card.id });
    if (!done.ok) return showToast(notSavedText(t, done.error));
    for (const section of SECTIONS) await drafts.discard(draftKeyOf(card.id, section)).catch(() => undefined);
    const bringBack = async () => {
      const taken = await outbox.discard(done.value.mutationId);
      if (taken.ok) return;
      const args = { cardId: newId() as CardId, jurisdiction: card.jurisdiction, changes: card.values }; // a new card's own id
      const made = await perform(createCard, args);
      if (!made.ok) showToast(notSavedText(t, made.error));
    };
    navigate('/cards');
    showToast(t('capture.discard.done', { name: cardName(card) ?? t('cards.unnamed') }), () => void bringBack());
  };
}
