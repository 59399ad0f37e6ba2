import { cards, type Card } from '@cession/shared/card/card.ts';
import { worksOn } from '@cession/shared/card/works-on.ts';
import { useMemo } from 'react';
import { useSession } from '../people/session.tsx';
import { useRows } from '../sync/live.ts';

/** The cards this person owns or helps with, the ones touched last first. */
export function useMyCards(): readonly Card[] {
  const { profile } = useSession();
  const all = useRows(cards);
  return useMemo(
    () =>
      all
        .filter((card) => worksOn(card, profile))
        .toSorted((left, right) => (left.changedAt < right.changedAt ? 1 : -1)),
    [all, profile],
  );
}
