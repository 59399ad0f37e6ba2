import type { Card } from '@cession/shared/card/card.ts';
import { useEffect, useMemo } from 'react';
import { matches, searchable, toQuery, type Searchable } from './card-search.ts';

/** So few that a slow phone draws and answers in between. */
const FOLDED_AT_ONCE = 200;

/** The cards a query finds, in their order. The texts to look through are made ready before anybody types. */
export function useCardSearch(cards: readonly Card[], query: string): readonly Card[] {
  const texts = useMemo(() => textsOf(cards), [cards]);
  useEffect(() => texts.makeReady(), [texts]);
  return useMemo(() => {
    const wanted = toQuery(query);
    if (wanted.words.length === 0) return cards;
    const all = texts.all();
    return cards.filter((_, at) => {
      const text = all[at];
      return text !== undefined && matches(text, wanted);
    });
  }, [cards, texts, query]);
}

function textsOf(cards: readonly Card[]) {
  const ready: Searchable[] = [];
  const make = (upTo: number) => {
    for (const { values } of cards.slice(ready.length, upTo)) ready.push(searchable(values));
  };
  return {
    all: (): readonly Searchable[] => {
      make(cards.length);
      return ready;
    },
    makeReady: () => {
      let due: ReturnType<typeof setTimeout> | undefined;
      const some = () => {
        make(ready.length + FOLDED_AT_ONCE);
        if (ready.length < cards.length) due = setTimeout(some);
      };
      due = setTimeout(some);
      return () => clearTimeout(due);
    },
  };
}
