import type { Card, CardValues } from '@cession/shared/card/card.ts';
import { keepBoth } from '@cession/shared/card/keep-both.ts';
import { useExisting as joinExisting } from '@cession/shared/card/use-existing.ts';
import { useLocation } from 'wouter';
import { useSession } from '../people/session.tsx';
import { useOutbox, useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { showToast } from '../ui/toast.tsx';
import { DuplicatePanel } from './duplicate-panel.tsx';
import { notSavedText } from '../people/not-saved-text.ts';
import { useDuplicates } from './use-duplicates.ts';

interface CardDuplicatesProps {
  card: Card;
  /** With what is being typed; the card's own values otherwise. */
  values?: CardValues;
}

/** The same question for a card that exists already. */
export function CardDuplicates({ card, values = card.values }: CardDuplicatesProps) {
  const { t } = useText();
  const { perform } = useSync();
  const { profile } = useSession();
  const [, navigate] = useLocation();
  /** What the server refused because of the other card: joining the two settles it. */
  const refused = useOutbox().find(({ refusal, writes, args }) => {
    const isOfThisCard = writes.includes(`cards:${card.id}`) || cardIdIn(args) === card.id;
    return refusal?.code === 'card.duplicate' && isOfThisCard;
  });
  const duplicates = useDuplicates({ ...card, values });
  const mayGiveWay = card.ownerId === profile.userId && card.revision === 0;
  const use = async (existingId: Card['id']) => {
    const args = { draftId: card.id, existingId };
    const done = await perform(joinExisting, args, refused === undefined ? {} : { supersedes: refused.id });
    if (!done.ok) return showToast(notSavedText(t, done.error));
    showToast(t('capture.duplicate.used'));
    navigate(`/cards/${existingId}`, { replace: true });
  };
  const keep = async (otherId: Card['id'], because: string) => {
    const done = await perform(keepBoth, { cardId: card.id, otherId, because });
    showToast(done.ok ? t('capture.duplicate.kept') : notSavedText(t, done.error));
  };
  return (
    <DuplicatePanel
      duplicates={duplicates}
      onUse={mayGiveWay ? (id) => void use(id) : undefined}
      onKeep={(id, because) => void keep(id, because)}
    />
  );
}

function cardIdIn(args: unknown): unknown {
  return typeof args === 'object' && args !== null ? Reflect.get(args, 'cardId') : undefined;
}
