import { cards, type Card } from '@cession/shared/card/card.ts';
import { people } from '@cession/shared/people/actor.ts';
import { lazy, memo, Suspense } from 'react';
import { now } from '../device/clock.ts';
import { recordWords } from '../people/sync-words.ts';
import { useSession } from '../people/session.tsx';
import { useRecordState, useRow } from '../sync/live.ts';
import type { RecordState } from '../sync/sync-status.ts';
import type { Text } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { LinkRow } from '../ui/link-row.tsx';
import { Pill } from '../ui/pill.tsx';
import { RowWord } from '../ui/row-word.tsx';
import { cardCountry, cardName, cardNumber } from './card-name.ts';

const CardMeter = lazy(async () => ({ default: (await import('./card-meter.tsx')).CardMeter }));

/** One card in a list: who it is, where it is on its way, what it needs. */
export const CardRow = memo(function CardRow({ card }: { card: Card }) {
  const text = useText();
  const { t } = text;
  const state = useRecordState(cards.ref(card.id));
  const name = cardName(card);
  const number = cardNumber(card);
  const sharedBy = useSharedBy(card, t);
  const rest = sharedBy ?? (number === name ? null : number);
  const parts = [cardCountry(card), stateWords(state) ?? rest];
  return (
    <LinkRow
      href={`/cards/${card.id}`}
      title={name ?? t('cards.unnamed')}
      detail={parts.filter((part) => part !== null).join(' · ')}
      end={<CardEnd card={card} state={state} t={t} />}
    />
  );

  /** What is sent and settled is no news in a list. */
  function stateWords(at: RecordState | null): string | null {
    if (at === null || (at.state === 'sent' && card.status === 'accepted')) return null;
    return recordWords(text, at, card.changedAt, now());
  }
});

function CardEnd({ card, state, t }: { card: Card; state: RecordState | null; t: Text['t'] }) {
  if (state?.state === 'needs-you' || state?.state === 'conflict')
    return <Pill tone="wrong">{t('sync.state.needsYou')}</Pill>;
  const words = t(`cards.status.${card.status}`);
  switch (card.status) {
    case 'returned':
      return <Pill tone="wait">{words}</Pill>;
    case 'handed-over':
      return isUnsent(state) ? <Pill tone="proven">{t('cards.complete')}</Pill> : <Pill>{words}</Pill>;
    case 'accepted':
      return <RowWord done>{words}</RowWord>;
    case 'draft':
      return (
        <Suspense fallback={null}>
          <CardMeter card={card} />
        </Suspense>
      );
  }
}

function isUnsent(state: RecordState | null): boolean {
  return state !== null && ['saved-here', 'waiting', 'sending'].includes(state.state);
}

function useSharedBy(card: Card, t: Text['t']): string | null {
  const { profile } = useSession();
  const owner = useRow(people, card.ownerId);
  if (card.ownerId === profile.userId) return null;
  return t('cards.sharedBy', { name: owner?.name ?? t('cards.somebody') });
}
