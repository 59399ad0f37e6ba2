import type { Card } from '@cession/shared/card/card.ts';
import { useText } from '../text/use-text.ts';
import { Meter } from '../ui/meter.tsx';
import { Pill } from '../ui/pill.tsx';
import { useGate } from './use-gate.ts';

/** "9 of 14", or that nothing is missing. Weighs the card by every rule, so its code comes after the rows. */
export function CardMeter({ card }: { card: Card }) {
  const { t } = useText();
  const { met, total, missing } = useGate(card);
  if (missing.length === 0) return <Pill tone="proven">{t('cards.complete')}</Pill>;
  return <Meter done={met} total={total} label={t('cards.meter')} />;
}
