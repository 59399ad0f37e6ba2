import type { CardValue } from '@cession/shared/card/card.ts';
import type { CardPath } from '@cession/shared/card/card-fields.ts';
import { useSyncExternalStore } from 'react';

/** A value that came out of a pasted block, and what stood there before. */
export interface PasteMark {
  readonly value: CardValue | null;
  readonly before: CardValue | null;
}
export type PasteMarks = Readonly<Record<CardPath, PasteMark>>;

/** Kept as long as the app runs: the marks are there to compare what was just filled with the paper in hand. */
const marksOf = new Map<string, PasteMarks>();
const listeners = new Set<() => void>();
const NONE: PasteMarks = {};

export function keepPasteMarks(cardId: string, marks: PasteMarks): void {
  marksOf.set(cardId, { ...marksOf.get(cardId), ...marks });
  for (const changed of listeners) changed();
}

export function dropPasteMarks(cardId: string, paths: readonly CardPath[]): void {
  const rest = Object.entries(marksOf.get(cardId) ?? {}).filter(([path]) => !paths.includes(path));
  marksOf.set(cardId, Object.fromEntries(rest));
  for (const changed of listeners) changed();
}

export function usePasteMarks(cardId: string): PasteMarks {
  return useSyncExternalStore(subscribe, () => marksOf.get(cardId) ?? NONE);
}

/** The mark of a field, as long as the pasted value still stands in it. */
export function pasteMarkOf(marks: PasteMarks, path: CardPath, value: CardValue | null): PasteMark | null {
  const mark = marks[path];
  return mark && mark.value === value ? mark : null;
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
