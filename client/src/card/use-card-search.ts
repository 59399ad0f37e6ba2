import type { Card, CardStatus } from '@cession/shared/card/card.ts';
import { useMemo } from 'react';
import { searchable, toQuery } from './card-search.ts';
import { useSearchTexts } from './use-search-texts.ts';

export interface FoundCards {
  /** In the order they were given. */
  readonly cards: readonly Card[];
  readonly counts: Readonly<Record<CardStatus, number>>;
}

/** The cards a query finds, and how many of them stand where. */
export function useCardSearch(cards: readonly Card[], query: string): FoundCards {
  const texts = useSearchTexts(cards, textOf);
  const everything = useMemo(() => counted(cards), [cards]);
  return useMemo(() => {
    const wanted = toQuery(query);
    return wanted.words.length === 0 ? everything : counted(texts.find(wanted));
  }, [everything, texts, query]);
}

function textOf({ values }: Card) {
  return searchable(values);
}

/** In one pass: thousands of cards, at every letter. */
function counted(cards: readonly Card[]): FoundCards {
  const counts: Record<CardStatus, number> = { draft: 0, 'handed-over': 0, returned: 0, accepted: 0 };
  for (const { status } of cards) counts[status] += 1;
  return { cards, counts };
}
