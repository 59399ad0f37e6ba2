import {
  listNoticeQueue,
  type NoticeQueueList as List,
  type NoticeQueueRow,
} from '@cession/shared/handoff/notice-queue-procedures.ts';
import { useDeferredValue, useRef, useState } from 'react';
import { AskView } from '../../../people/desk/ask-view.tsx';
import { DeskHeading } from '../../../people/desk/desk-page.tsx';
import { focusRow, moveByArrow } from '../../../people/desk/row-focus.ts';
import { useServerClock } from '../../../people/desk/server-clock.ts';
import { useAsk } from '../../../people/desk/use-ask.ts';
import { useDeskKeys } from '../../../people/desk/use-desk-keys.ts';
import { useStillList } from '../../../people/desk/use-still-list.ts';
import { useText } from '../../../text/use-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { ShelfButtons } from '../shelf-buttons.tsx';
import { NoticeQueueLink } from './notice-queue-link.tsx';

const SHOWS = ['waiting', 'mine', 'done'] as const;
interface Question {
  readonly show: (typeof SHOWS)[number];
  readonly search: string;
}

interface NoticeQueueListProps {
  openId: string | null;
  onOpen: (row: NoticeQueueRow) => void;
}

/** The left pane: proven notices, due first. */
export function NoticeQueueList(props: NoticeQueueListProps) {
  const { t } = useText();
  const [question, setQuestion] = useState<Question>({ show: 'waiting', search: '' });
  const asked = useDeferredValue(question);
  const answer = useAsk(listNoticeQueue, asked);
  const search = useRef<HTMLInputElement>(null);
  const counts = answer.data?.counts;
  useDeskKeys({ '/': () => search.current?.focus() });
  return (
    <section aria-label={t('noticeQueue.title')}>
      {props.openId === null && <title>{`${t('noticeQueue.title')} – Cession`}</title>}
      <DeskHeading pane title={t('noticeQueue.title')}>
        {counts !== undefined && counts.pastDue > 0 && (
          <Pill tone="wrong">{t('queue.pastDue', { count: counts.pastDue })}</Pill>
        )}
      </DeskHeading>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2 border-b border-line px-4 pb-3">
        <ShelfButtons
          shelves={SHOWS.map((value) => ({
            value,
            label: `${t(`noticeQueue.show.${value}`)}${counts === undefined ? '' : ` ${counts[value]}`}`,
          }))}
          chosen={question.show}
          onChoose={(show) => setQuestion({ ...question, show })}
        />
        <TextInput
          ref={search}
          type="search"
          value={question.search}
          onChange={(typed) => setQuestion({ ...question, search: typed.slice(0, 120) })}
          aria-label={t('noticeQueue.search')}
          placeholder={t('noticeQueue.search')}
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <AskView inPane answer={answer}>
        {(list) => <Rows list={list} question={asked} answeredAt={answer.dataUpdatedAt} {...props} />}
      </AskView>
    </section>
  );
}

interface RowsProps extends NoticeQueueListProps {
  list: List;
  question: Question;
  answeredAt: number;
}

function Rows({ list, question, answeredAt, openId, onOpen }: RowsProps) {
  const { t } = useText();
  const nowMs = useServerClock(list.now, answeredAt);
  const still = useStillList(JSON.stringify([question, openId]), list.rows, (row) => row.ceremonyId);
  const rows = useRef<HTMLUListElement>(null);
  useDeskKeys({ J: () => focusRow(rows.current, 1), K: () => focusRow(rows.current, -1) });
  if (still.rows.length === 0) {
    return (
      <div className="p-4">
        {question.search === '' ? (
          <EmptyState title={t(`noticeQueue.empty.${question.show}`)}>
            {t(`noticeQueue.emptyBody.${question.show}`)}
          </EmptyState>
        ) : (
          <EmptyState title={t('queue.empty.filtered')} />
        )}
      </div>
    );
  }
  const open = still.rows.some(({ row }) => row.ceremonyId === openId);
  return (
    // The links are the controls; the list only moves the focus between them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <ul
      ref={rows}
      onKeyDown={moveByArrow}
      onPointerEnter={still.onPointerEnter}
      onPointerLeave={still.onPointerLeave}
      className="divide-y divide-line border-b border-line"
    >
      {still.rows.map(({ row, gone }, place) => (
        <NoticeQueueLink
          key={row.ceremonyId}
          row={row}
          gone={gone}
          open={row.ceremonyId === openId}
          reachable={open ? row.ceremonyId === openId : place === 0}
          nowMs={nowMs}
          onOpen={() => onOpen(row)}
        />
      ))}
    </ul>
  );
}
