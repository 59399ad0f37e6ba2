import type { CardId } from '@cession/shared/card/card.ts';
import { SECTIONS, type Section } from '@cession/shared/card/card-fields.ts';
import { useEffect, useState } from 'react';
import { useSync } from '../sync/live.ts';

export const NEW_CARD_DRAFT = 'new-card';

/** Half-filled sections of one card are kept under these names. */
export function draftKeyOf(cardId: CardId, section: Section): string {
  return `card-form:${cardId}:${section}`;
}

/** Sections somebody was in the middle of when the app was closed, and has not gone on with since. */
export function useUnfinishedSections(cardId: CardId): readonly Section[] {
  const { drafts, mirror } = useSync();
  const [unfinished, setUnfinished] = useState<readonly Section[]>([]);
  useEffect(() => {
    let current = true;
    const look = () =>
      void drafts
        .list()
        .then((kept) => {
          const keys = new Set(kept.map(({ key }) => key));
          const found = SECTIONS.filter((section) => keys.has(draftKeyOf(cardId, section)));
          if (current) setUnfinished((before) => (before.join() === found.join() ? before : found));
        })
        .catch(() => undefined);
    look();
    // The save that ends a draft is told as a change of the outbox.
    const stops = [drafts.subscribe(look), mirror.subscribe('outbox', look)];
    return () => {
      current = false;
      for (const stop of stops) stop();
    };
  }, [drafts, mirror, cardId]);
  return unfinished;
}
