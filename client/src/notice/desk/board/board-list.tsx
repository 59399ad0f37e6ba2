import type { BoardRow } from '@cession/shared/notice/notice-procedures.ts';
import { useRef, useState } from 'react';
import { AskView } from '../../../people/desk/ask-view.tsx';
import { DeskHeading } from '../../../people/desk/desk-page.tsx';
import { focusRow, moveByArrow } from '../../../people/desk/row-focus.ts';
import type { Answer } from '../../../people/desk/use-ask.ts';
import { useDeskKeys } from '../../../people/desk/use-desk-keys.ts';
import { useStillList } from '../../../people/desk/use-still-list.ts';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { BOARD_PLACES, matchesRow, placeOf, type BoardPlace } from './board-place.ts';
import { BoardRowLink } from './board-row.tsx';

interface BoardListProps {
  answer: Answer<readonly BoardRow[]>;
  openId: string | null;
}

interface Filter {
  readonly place: BoardPlace | 'all';
  readonly search: string;
}
const EVERYTHING: Filter = { place: 'all', search: '' };

/** The left pane: all notices under the headings of where they stand. */
export function BoardList({ answer, openId }: BoardListProps) {
  const { t } = useText();
  const [filter, setFilter] = useState(EVERYTHING);
  const search = useRef<HTMLInputElement>(null);
  useDeskKeys({ '/': () => search.current?.focus() });
  const toReview = (answer.data ?? []).filter((row) => placeOf(row) === 'review').length;
  return (
    <section aria-label={t('board.title')}>
      {openId === null && <title>{`${t('board.title')} – Cession`}</title>}
      <DeskHeading pane title={t('board.title')}>
        {toReview > 0 && <Pill tone="wait">{t('board.toReview', { count: toReview })}</Pill>}
      </DeskHeading>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2 border-b border-line px-4 pb-3">
        <TextInput
          ref={search}
          type="search"
          value={filter.search}
          onChange={(typed) => setFilter({ ...filter, search: typed })}
          aria-label={t('board.search')}
          placeholder={t('board.search')}
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
        />
        <Select<BoardPlace | 'all'>
          label={t('board.where')}
          value={filter.place}
          choices={(['all', ...BOARD_PLACES] as const).map((value) => ({
            value,
            label: [t(`board.place.${value}`), ...(answer.data ? [countOf(answer.data, value)] : [])].join(' · '),
          }))}
          onChange={(place) => setFilter({ ...filter, place })}
        />
      </div>
      <AskView inPane answer={answer}>
        {(rows) => <Groups rows={rows} filter={filter} openId={openId} onShowAll={() => setFilter(EVERYTHING)} />}
      </AskView>
    </section>
  );
}

interface GroupsProps {
  rows: readonly BoardRow[];
  filter: Filter;
  openId: string | null;
  onShowAll: () => void;
}

function Groups({ rows, filter, openId, onShowAll }: GroupsProps) {
  const { t } = useText();
  const fits = rows.filter((row) => matchesRow(row, filter.search) && isAt(row, filter.place));
  const still = useStillList(JSON.stringify([filter, openId]), fits, ({ noticeId }) => noticeId);
  const list = useRef<HTMLDivElement>(null);
  useDeskKeys({ J: () => focusRow(list.current, 1), K: () => focusRow(list.current, -1) });
  if (still.rows.length === 0) return <NothingHere filtered={rows.length > 0} onShowAll={onShowAll} />;
  const groups = BOARD_PLACES.map((place) => ({ place, here: still.rows.filter(({ row }) => placeOf(row) === place) }));
  const isOpenHere = still.rows.some(({ row }) => row.noticeId === openId);
  const reachable = isOpenHere ? openId : groups.find(({ here }) => here.length > 0)?.here[0]?.row.noticeId;
  return (
    // The links are the controls; the list only moves the focus between them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div
      ref={list}
      onKeyDown={moveByArrow}
      onPointerEnter={still.onPointerEnter}
      onPointerLeave={still.onPointerLeave}
      className="pb-8"
    >
      {groups.map(({ place, here }) => {
        if (here.length === 0) return null;
        return (
          <section key={place} aria-labelledby={`board-${place}`}>
            <h2
              id={`board-${place}`}
              className="flex gap-2 border-b border-line px-4 pt-5 pb-1.5 text-1 font-semibold tracking-[0.02em] text-ink-3"
            >
              {t(`board.place.${place}`)} <span className="tabular-nums">{here.length}</span>
            </h2>
            <ul className="divide-y divide-line border-b border-line">
              {here.map(({ row }) => (
                <BoardRowLink
                  key={row.noticeId}
                  row={row}
                  place={place}
                  open={row.noticeId === openId}
                  reachable={row.noticeId === reachable}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function NothingHere({ filtered, onShowAll }: { filtered: boolean; onShowAll: () => void }) {
  const { t } = useText();
  return (
    <div className="p-4">
      {filtered ? (
        <EmptyState
          title={t('board.emptyFiltered')}
          action={
            <Button look="plain" onPress={onShowAll}>
              {t('board.showAll')}
            </Button>
          }
        />
      ) : (
        <EmptyState title={t('board.empty')}>{t('board.emptyBody')}</EmptyState>
      )}
    </div>
  );
}

function isAt(row: BoardRow, place: Filter['place']): boolean {
  return place === 'all' || placeOf(row) === place;
}

function countOf(rows: readonly BoardRow[], place: Filter['place']): number {
  return rows.filter((row) => isAt(row, place)).length;
}
