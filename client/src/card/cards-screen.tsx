import { CardStatus, type Card } from '@cession/shared/card/card.ts';
import { X } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useSyncStatus } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row-list.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { CardRow } from './card-row.tsx';
import { FilterChips } from './filter-chips.tsx';
import { NewCardBar } from './new-card-bar.tsx';
import { OtherCards } from './other-cards.tsx';
import { useCardSearch } from './use-card-search.ts';
import { useMyCards } from './use-my-cards.ts';

const FIRST_ROWS = 20;
const MORE_ROWS = 100;

/** All cards of this person, and who in the company has the others. Everything is searched on the phone. */
export function CardsScreen() {
  const { t } = useText();
  const mine = useMyCards();
  const { query, searched, status, choose } = useFilter();
  const matching = useCardSearch(mine, searched);
  const listed = status === null ? matching : matching.filter((card) => card.status === status);
  return (
    <Page title={t('cards.title')} bottom={<NewCardBar />}>
      <search className="grid grid-cols-1 gap-3">
        <SearchBox query={query} onChange={(next) => choose({ query: next, status })} />
        <FilterChips cards={matching} chosen={status} onChoose={(next) => choose({ query, status: next })} />
      </search>
      {listed.length > 0 ? (
        <CardList of={`${searched} ${status}`} cards={listed} />
      ) : (
        <NoCards some={mine.length > 0} onClear={() => choose({ query: '', status: null })} />
      )}
      <OtherCards query={searched} />
    </Page>
  );
}

/** Rows that are found again stay as they are; only how many are shown begins anew with what they are a list `of`. */
function CardList({ of, cards }: { of: string; cards: readonly Card[] }) {
  const { t } = useText();
  const [more, setMore] = useState({ of, rows: 0 });
  const shown = FIRST_ROWS + (more.of === of ? more.rows : 0);
  return (
    <div className="grid grid-cols-1 gap-3">
      <RowList title={t('cards.found', { count: cards.length })}>
        {cards.slice(0, shown).map((card) => (
          <CardRow key={card.id} card={card} />
        ))}
      </RowList>
      {cards.length > shown && (
        <Button onPress={() => setMore({ of, rows: shown - FIRST_ROWS + MORE_ROWS })}>{t('cards.more')}</Button>
      )}
    </div>
  );
}

function NoCards({ some, onClear }: { some: boolean; onClear: () => void }) {
  const { t } = useText();
  const { firstSync, link } = useSyncStatus();
  if (some) {
    return (
      <EmptyState title={t('cards.noneTitle')} action={<Button onPress={onClear}>{t('cards.clear')}</Button>}>
        {t('cards.noneBody')}
      </EmptyState>
    );
  }
  if (firstSync !== null && link !== 'unreachable') return <SkeletonRows count={4} />;
  return <EmptyState title={t('cards.emptyTitle')}>{t('cards.emptyBody')}</EmptyState>;
}

function SearchBox({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const { t } = useText();
  return (
    <div className="flex items-center gap-3">
      <div className="min-w-0 flex-1">
        <TextInput
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-label={t('cards.search')}
          placeholder={t('cards.search')}
          value={query}
          onChange={onChange}
        />
      </div>
      {query !== '' && (
        <IconButton label={t('cards.clear')} onPress={() => onChange('')}>
          <X aria-hidden size={20} />
        </IconButton>
      )}
    </div>
  );
}

/** Kept in the address, so that Back from a card finds the list as it was. */
function useFilter() {
  const [params, setParams] = useSearchParams();
  const [query, setQuery] = useState(params.get('q') ?? '');
  const searched = useDeferredValue(query);
  const status = CardStatus.safeParse(params.get('status')).data ?? null;
  // After the list is drawn: a person who types waits for rows, not for the address.
  useEffect(() => {
    if (searched !== (params.get('q') ?? '')) setParams(paramsOf(searched, status), { replace: true });
  }, [searched, status, params, setParams]);
  return {
    ...{ query, searched, status },
    choose: (next: { query: string; status: CardStatus | null }) => {
      setQuery(next.query);
      if (next.status !== status) setParams(paramsOf(next.query, next.status), { replace: true });
    },
  };
}

function paramsOf(query: string, status: CardStatus | null): Record<string, string> {
  return { ...(query !== '' && { q: query }), ...(status !== null && { status }) };
}
