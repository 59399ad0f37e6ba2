import { cardKeys, type CardKey } from '@cession/shared/card/card-key.ts';
import { cards } from '@cession/shared/card/card.ts';
import { people } from '@cession/shared/people/actor.ts';
import { memo, useMemo } from 'react';
import { useRow, useRows } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Row } from '../ui/link-row.tsx';
import { RowList } from '../ui/row-list.tsx';
import { bare, foldText, toQuery, type Searchable } from './card-search.ts';
import { firstInOrder } from './first-in-order.ts';
import type { SearchTexts } from './search-texts.ts';
import { useSearchTexts } from './use-search-texts.ts';

const MOST_ROWS = 20;

/** Who has a card of a customer, without opening it: so that nobody captures the same customer twice. */
export const OtherCards = memo(function OtherCards({ query }: { query: string }) {
  const { t } = useText();
  const others = useOthers();
  const texts = useSearchTexts(others, textOf);
  const found = useMemo(() => searchIn(texts, query), [texts, query]);
  const first = useMemo(() => firstInOrder(found, MOST_ROWS, byName), [found]);
  if (first.length === 0) return null;
  const rest = found.length - first.length;
  return (
    <div className="grid gap-2">
      <RowList title={t('cards.others')}>
        {first.map((key) => (
          <OtherRow key={key.id} cardKey={key} />
        ))}
      </RowList>
      {rest > 0 && <p className="text-1 text-ink-3">{t('cards.othersMore', { count: rest })}</p>}
      <p className="text-1 text-ink-3">{t('cards.othersHint')}</p>
    </div>
  );
});

function useOthers(): readonly CardKey[] {
  const mine = useRows(cards);
  const keys = useRows(cardKeys);
  return useMemo(() => {
    const own = new Set<string>(mine.map(({ id }) => id));
    return keys.filter((key) => !own.has(key.id));
  }, [mine, keys]);
}

function OtherRow({ cardKey }: { cardKey: CardKey }) {
  const { t } = useText();
  const owner = useRow(people, cardKey.ownerId);
  return (
    <Row
      title={cardKey.name === '' ? t('cards.unnamed') : cardKey.name}
      detail={`${cardKey.jurisdiction} · ${t('cards.ownedBy', { name: owner?.name ?? t('cards.somebody') })}`}
    />
  );
}

const inOrder = new Intl.Collator();
const byName = (left: CardKey, right: CardKey) => inOrder.compare(left.name, right.name);

/** Without a search these would only be a long list of other people's work. */
function searchIn(texts: SearchTexts<CardKey>, text: string): readonly CardKey[] {
  return text.trim().length < 2 ? [] : texts.find(toQuery(text));
}

/** Folded once, as the cards are. */
const known = new WeakMap<CardKey, Searchable>();

function textOf(key: CardKey): Searchable {
  const held = known.get(key);
  if (held !== undefined) return held;
  const made = { names: foldText(key.name), numbers: key.keys.map(bare).join('\n') };
  known.set(key, made);
  return made;
}
