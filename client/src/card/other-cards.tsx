import { cardKeys, type CardKey } from '@cession/shared/card/card-key.ts';
import { cards } from '@cession/shared/card/card.ts';
import { people } from '@cession/shared/people/actor.ts';
import { useMemo } from 'react';
import { useRow, useRows } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Row } from '../ui/link-row.tsx';
import { RowList } from '../ui/row-list.tsx';
import { bare, foldText, matchesNumber, matchesText, toQuery, type Query } from './card-search.ts';

const MOST_ROWS = 20;

/** Who has a card of a customer, without opening it: so that nobody captures the same customer twice. */
export function OtherCards({ query }: { query: string }) {
  const { t } = useText();
  const mine = useRows(cards);
  const keys = useRows(cardKeys);
  const others = useMemo(() => {
    const own = new Set<string>(mine.map(({ id }) => id));
    return keys.filter((key) => !own.has(key.id));
  }, [mine, keys]);
  const found = useMemo(() => searchIn(others, query), [others, query]);
  if (found.length === 0) return null;
  const rest = found.length - MOST_ROWS;
  return (
    <div className="grid gap-2">
      <RowList title={t('cards.others')}>
        {found.slice(0, MOST_ROWS).map((key) => (
          <OtherRow key={key.id} cardKey={key} />
        ))}
      </RowList>
      {rest > 0 && <p className="text-1 text-ink-3">{t('cards.othersMore', { count: rest })}</p>}
      <p className="text-1 text-ink-3">{t('cards.othersHint')}</p>
    </div>
  );
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

/** Without a search these would only be a long list of other people's work. */
function searchIn(others: readonly CardKey[], text: string): readonly CardKey[] {
  if (text.trim().length < 2) return [];
  const query = toQuery(text);
  return others
    .filter((key) => matchesKey(key, query))
    .toSorted((left, right) => inOrder.compare(left.name, right.name));
}

/** Folded once, as the cards are. */
const known = new WeakMap<CardKey, { readonly name: string; readonly keys: readonly string[] }>();

function matchesKey(key: CardKey, query: Query): boolean {
  const folded = known.get(key) ?? { name: foldText(key.name), keys: key.keys.map((each) => bare(each)) };
  known.set(key, folded);
  return matchesText(folded.name, query) || folded.keys.some((each) => matchesNumber(each, query));
}
