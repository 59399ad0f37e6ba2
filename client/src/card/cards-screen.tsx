import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useSyncStatus } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { CardList } from './card-list.tsx';
import { FilterChips } from './filter-chips.tsx';
import { NewCardBar } from './new-card-bar.tsx';
import { OtherCards } from './other-cards.tsx';
import { useCardFilter } from './use-card-filter.ts';
import { useCardSearch } from './use-card-search.ts';
import { useMyCards } from './use-my-cards.ts';

/** All cards of this person, and who in the company has the others. Everything is searched on the phone. */
export function CardsScreen() {
  const { t } = useText();
  return (
    <Page title={t('cards.title')} bottom={<NewCardBar />}>
      <SearchedCards />
    </Page>
  );
}

/** A letter draws this again and nothing around it. */
function SearchedCards() {
  const mine = useMyCards();
  const { query, status, choose } = useCardFilter();
  const { cards, counts } = useCardSearch(mine, query);
  const listed = useMemo(
    () => (status === null ? cards : cards.filter((card) => card.status === status)),
    [cards, status],
  );
  return (
    <>
      <search className="grid grid-cols-1 gap-3">
        <SearchBox query={query} onChange={(next) => choose({ query: next, status })} />
        <FilterChips counts={counts} chosen={status} onChoose={(next) => choose({ query, status: next })} />
      </search>
      {listed.length > 0 ? (
        <CardList of={`${query} ${status}`} cards={listed} />
      ) : (
        <NoCards some={mine.length > 0} onClear={() => choose({ query: '', status: null })} />
      )}
      <OtherCards query={query} />
    </>
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
