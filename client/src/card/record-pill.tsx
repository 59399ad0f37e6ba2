import { cards, type Card } from '@cession/shared/card/card.ts';
import { now } from '../device/clock.ts';
import { recordWords } from '../people/sync-words.ts';
import { useRecordState } from '../sync/live.ts';
import type { RecordState } from '../sync/sync-status.ts';
import { useText } from '../text/use-text.ts';
import { PillLink, type Tone } from '../ui/pill.tsx';

/** How far this card has travelled, in words; a tap opens the page that tells more. */
export function RecordPill({ card }: { card: Card }) {
  const text = useText();
  const state = useRecordState(cards.ref(card.id));
  if (state === null) return null;
  const words = recordWords(text, state, card.changedAt, now());
  return (
    <PillLink href="/outbox" tone={toneOf(state)}>
      {words.charAt(0).toLocaleUpperCase(text.locale) + words.slice(1)}
    </PillLink>
  );
}

function toneOf({ state }: RecordState): Tone {
  switch (state) {
    case 'waiting':
    case 'conflict':
    case 'in-review':
      return 'wait';
    case 'needs-you':
      return 'wrong';
    case 'saved-here':
    case 'sending':
    case 'sent':
      return 'neutral';
  }
}
