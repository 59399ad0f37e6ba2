import type { Card } from '@cession/shared/card/card.ts';
import { useState } from 'react';
import { useSession } from '../people/session.tsx';
import { useText } from '../text/use-text.ts';
import { PressRow } from '../ui/link-row.tsx';
import { RowList } from '../ui/row-list.tsx';
import { OwnershipDialog } from './ownership-dialog.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { useDiscardCard } from './use-discard-card.ts';

/** What the owner may do with a card besides filling it. */
export function CardActions({ card }: { card: Card }) {
  const { t } = useText();
  const { profile } = useSession();
  const [open, setOpen] = useState<'share' | 'offer' | null>(null);
  const discard = useDiscardCard(card);
  if (card.ownerId !== profile.userId) return null;
  return (
    <>
      <RowList title={t('capture.actions.title')}>
        <PressRow
          title={t('capture.share.action')}
          detail={t('capture.share.detail')}
          onPress={() => setOpen('share')}
        />
        <PressRow
          title={t('capture.offer.action')}
          detail={t('capture.offer.detail')}
          onPress={() => setOpen('offer')}
        />
        {card.revision === 0 && (
          <PressRow
            title={<span className="text-wrong">{t('capture.discard.action')}</span>}
            detail={t('capture.discard.detail')}
            onPress={() => void discard()}
          />
        )}
      </RowList>
      {open === 'share' && <ShareDialog card={card} onClose={() => setOpen(null)} />}
      {open === 'offer' && <OwnershipDialog card={card} onClose={() => setOpen(null)} />}
    </>
  );
}
