import type { Card } from '@cession/shared/card/card.ts';
import { checkGate, type GateVerdict } from '@cession/shared/card/gate.ts';
import { isDay, type Day } from '@cession/shared/kernel/instant.ts';
import { useMemo } from 'react';
import { now } from '../device/clock.ts';
import { useRules } from './use-rules.ts';

/** What the card lacks today, by the same rules the server will apply. */
export function useGate(card: Pick<Card, 'jurisdiction' | 'values'>): GateVerdict {
  const { jurisdiction, values } = card;
  const rules = useRules(jurisdiction);
  const on = today();
  return useMemo(() => checkGate({ ...rules, values, on }), [rules, values, on]);
}

export function today(): Day | null {
  const day = new Date(now()).toISOString().slice(0, 10);
  return isDay(day) ? day : null;
}
