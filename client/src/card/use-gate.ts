import type { Card } from '@cession/shared/card/card.ts';
import { checkGate, type GateVerdict } from '@cession/shared/card/gate.ts';
import { DOCUMENT_ROWS, heldBy, type DocumentRow, type HeldDocument } from '@cession/shared/card/held-document.ts';
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
  return useMemo(() => verdictOn({ ...rules, values, on, documents }), [rules, values, on, documents]);
}

type Facts = Parameters<typeof checkGate>[0];
const verdicts = new WeakMap<Facts['values'], { readonly facts: Facts; readonly verdict: GateVerdict }>();

/** A row that comes and goes while somebody searches is judged once. */
function verdictOn(facts: Facts): GateVerdict {
  const known = verdicts.get(facts.values);
  if (known !== undefined && isSame(known.facts, facts)) return known.verdict;
  const verdict = checkGate(facts);
  verdicts.set(facts.values, { facts, verdict });
  return verdict;
}

function isSame(left: Facts, right: Facts): boolean {
  return (
    left.jurisdiction === right.jurisdiction &&
    left.allowSamples === right.allowSamples &&
    left.on === right.on &&
    left.documents === right.documents
  );
}

/** What has been photographed or filed for this card. */
function useHeldDocuments(cardId: string) {
  const rows = useRowsNamed(DOCUMENT_ROWS) as readonly DocumentRow[]; // the rows of that table pass its schema
  return useMemo(() => heldOf(cardId, rows), [cardId, rows]);
}

const NONE: readonly HeldDocument[] = [];
const heldIn = new WeakMap<readonly DocumentRow[], ReadonlyMap<string, readonly HeldDocument[]>>();

/** All documents are gone through once, not once for each card in a list; the same array until one of them changes. */
function heldOf(cardId: string, rows: readonly DocumentRow[]): readonly HeldDocument[] {
  let held = heldIn.get(rows);
  if (held === undefined) {
    const byCard = Map.groupBy(rows, (row) => row.cardId);
    held = new Map([...byCard].map(([id, own]) => [id, heldBy(id, own)]));
    heldIn.set(rows, held);
  }
  return held.get(cardId) ?? NONE;
}

export function today(): Day | null {
  const day = new Date(now()).toISOString().slice(0, 10);
  return isDay(day) ? day : null;
}
