import type { Card } from '@cession/shared/card/card.ts';
import { checkGate, type GateVerdict } from '@cession/shared/card/gate.ts';
import { DOCUMENT_ROWS, heldBy, type DocumentRow } from '@cession/shared/card/held-document.ts';
import { isDay, type Day } from '@cession/shared/kernel/instant.ts';
import { useMemo } from 'react';
import { now } from '../device/clock.ts';
import { useRowsNamed } from '../sync/live.ts';
import { useRules } from './use-rules.ts';

/** What the card lacks today, by the same rules the server will apply. */
export function useGate(card: Pick<Card, 'id' | 'jurisdiction' | 'values'>): GateVerdict {
  const { id, jurisdiction, values } = card;
  const rules = useRules(jurisdiction);
  const on = today();
  const documents = useHeldDocuments(id);
  return useMemo(() => checkGate({ ...rules, values, on, documents }), [rules, values, on, documents]);
}

/** What has been photographed or filed for this card. */
function useHeldDocuments(cardId: string) {
  const rows = useRowsNamed(DOCUMENT_ROWS) as readonly DocumentRow[]; // the rows of that table pass its schema
  return useMemo(() => heldBy(cardId, rows), [cardId, rows]);
}

export function today(): Day | null {
  const day = new Date(now()).toISOString().slice(0, 10);
  return isDay(day) ? day : null;
}
