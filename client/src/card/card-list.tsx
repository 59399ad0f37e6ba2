import type { Card } from '@cession/shared/card/card.ts';
import { memo, useEffect, useRef, useState } from 'react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { RowList } from '../ui/row-list.tsx';
import { CardRow } from './card-row.tsx';

const FIRST_ROWS = 20;
const MORE_ROWS = 100;
/** On a phone: where the rows begin, and how high one with a short name is. */
const ABOVE_ROWS = 268;
const ROW_HEIGHT = 65;

interface CardListProps {
  /** What this is a list of: how many rows are drawn begins anew with another one. */
  of: string;
  cards: readonly Card[];
}

/**
 * Rows that are found again stay as they are. While somebody types, only the rows that fit on the screen are drawn;
 * the others follow before anybody gets to them. A list that comes back with its page is as long as it was at once.
 */
export const CardList = memo(function CardList({ of, cards }: CardListProps) {
  const { t } = useText();
  const [drawn, setDrawn] = useState({ of, rows: FIRST_ROWS });
  const draw = (rows: number) => setDrawn({ of, rows });
  if (drawn.of !== of) draw(rowsThatFit());
  const { rows } = drawn;
  const isShort = rows < FIRST_ROWS && cards.length > rows;
  return (
    <div className="grid grid-cols-1 gap-3" onFocus={isShort ? () => draw(FIRST_ROWS) : undefined}>
      <RowList title={t('cards.found', { count: cards.length })}>
        {cards.slice(0, rows).map((card) => (
          <CardRow key={card.id} card={card} />
        ))}
      </RowList>
      {isShort && <NearEnd onNear={() => draw(FIRST_ROWS)} />}
      {!isShort && cards.length > rows && <Button onPress={() => draw(rows + MORE_ROWS)}>{t('cards.more')}</Button>}
    </div>
  );
});

function rowsThatFit(): number {
  return Math.min(FIRST_ROWS, Math.max(1, Math.ceil((innerHeight - ABOVE_ROWS) / ROW_HEIGHT)));
}

/** Below the last row: tells when it comes up behind the bars at the bottom, before a person sees it. */
function NearEnd({ onNear }: { onNear: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const told = useRef(onNear);
  useEffect(() => {
    told.current = onNear;
  });
  useEffect(() => {
    if (place.current === null) return undefined;
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) told.current();
    });
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, []);
  return <div ref={place} />;
}
