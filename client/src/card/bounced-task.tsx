import type { Card } from '@cession/shared/card/card.ts';
import { people } from '@cession/shared/people/actor.ts';
import { Link } from 'wouter';
import { useRow } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { cardName } from './card-name.ts';

/** The card this person wanted to give away is still theirs, and why. */
export function BouncedTask({ card, onSeen }: { card: Card; onSeen: () => void }) {
  const { t } = useText();
  const decliner = useRow(people, card.bounced?.by ?? '');
  if (card.bounced === null) return null;
  const { by, because } = card.bounced;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-3">
      <div className="min-w-0 flex-[1_1_9rem]">
        <Link
          href={`/cards/${card.id}`}
          className="-my-1 inline-block py-1 font-semibold underline-offset-4 hover:underline"
        >
          {cardName(card) ?? t('cards.unnamed')}
        </Link>
        <p className="text-1 text-ink-2">
          {by === null
            ? t('tasks.bouncedAlone', { because })
            : t('tasks.bouncedBy', { name: decliner?.name ?? t('cards.somebody'), because })}
        </p>
      </div>
      <Button look="plain" onPress={onSeen}>
        {t('tasks.seen')}
      </Button>
    </li>
  );
}
