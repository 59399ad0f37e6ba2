import { listQueue } from '@cession/shared/handoff/desk-procedures.ts';
import type { QueueList as QueueAnswer, QueueRow } from '@cession/shared/handoff/queue-view.ts';
import { useDeferredValue, useRef, useState } from 'react';
import { AskView } from '../../people/desk/ask-view.tsx';
import { DeskHeading } from '../../people/desk/desk-page.tsx';
import { focusRow, moveByArrow } from '../../people/desk/row-focus.ts';
import { useAsk } from '../../people/desk/use-ask.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pill } from '../../ui/pill.tsx';
import { QueueFilter, type QueueQuestion, type Show } from './queue-filter.tsx';
import { QueueRowLink } from './queue-row.tsx';
import { useServerClock } from '../../people/desk/server-clock.ts';
import { useDeskKeys } from '../../people/desk/use-desk-keys.ts';
import { useStillList } from '../../people/desk/use-still-list.ts';

interface QueueListProps {
  openId: string | null;
  /** A row was opened by the person: the moment an item is claimed. */
  onOpen: (row: QueueRow, show: Show) => void;
}

/** The left pane: what waits for accounting, due first. */
export function QueueList({ openId, onOpen }: QueueListProps) {
  const { t } = useText();
  const [question, setQuestion] = useState<QueueQuestion>({ show: 'waiting', jurisdiction: null, search: '' });
  const asked = useDeferredValue(question);
  const answer = useAsk(listQueue, asked);
  const search = useRef<HTMLInputElement>(null);
  const counts = answer.data?.counts ?? null;
  useDeskKeys({ '/': () => search.current?.focus() });
  return (
    <section aria-label={t('desk.queue')}>
      {openId === null && <title>{`${t('desk.queue')} – Cession`}</title>}
      <DeskHeading pane title={t('desk.queue')}>
        {counts !== null && counts.pastDue > 0 && (
          <Pill tone="wrong">{t('queue.pastDue', { count: counts.pastDue })}</Pill>
        )}
        {counts !== null && counts.mine > 0 && <Pill>{t('queue.mine', { count: counts.mine })}</Pill>}
      </DeskHeading>
      <QueueFilter question={question} counts={counts} onChange={setQuestion} searchRef={search} />
      <AskView inPane answer={answer}>
        {(list) => (
          <QueueRows
            list={list}
            question={asked}
            answeredAt={answer.dataUpdatedAt}
            openId={openId}
            onOpen={onOpen}
            onShowAll={() => setQuestion({ show: 'waiting', jurisdiction: null, search: '' })}
          />
        )}
      </AskView>
    </section>
  );
}

interface QueueRowsProps extends QueueListProps {
  list: QueueAnswer;
  question: QueueQuestion;
  answeredAt: number;
  onShowAll: () => void;
}

function QueueRows({ list, question, answeredAt, openId, onOpen, onShowAll }: QueueRowsProps) {
  const { t } = useText();
  const nowMs = useServerClock(list.now, answeredAt);
  const still = useStillList(JSON.stringify([question, openId]), list.rows, (row) => row.cardId);
  const [cursor, setCursor] = useState<string | null>(null);
  const rows = useRef<HTMLUListElement>(null);
  useDeskKeys({ J: () => focusRow(rows.current, 1), K: () => focusRow(rows.current, -1) });
  const reachable = [cursor, openId].find((id) => still.rows.some(({ row }) => row.cardId === id));
  if (still.rows.length === 0 && still.arrived === 0) return <NothingHere question={question} onShowAll={onShowAll} />;
  return (
    <>
      <p role="status" className="empty:hidden">
        {still.arrived > 0 && (
          <span className="block border-b border-line px-4 py-1">
            <Button look="plain" onPress={still.refresh}>
              {t('queue.arrived', { count: still.arrived })}
            </Button>
          </span>
        )}
      </p>
      {/* The links are the controls; the list only moves the focus between them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above */}
      <ul
        ref={rows}
        onKeyDown={moveByArrow}
        onPointerEnter={still.onPointerEnter}
        onPointerLeave={still.onPointerLeave}
        className="divide-y divide-line border-b border-line"
      >
        {still.rows.map(({ row, gone }, index) => (
          <QueueRowLink
            key={row.cardId}
            row={row}
            gone={gone}
            open={row.cardId === openId}
            reachable={reachable === undefined ? index === 0 : row.cardId === reachable}
            nowMs={nowMs}
            onOpen={() => onOpen(row, question.show)}
            onFocus={() => setCursor(row.cardId)}
          />
        ))}
      </ul>
    </>
  );
}

function NothingHere({ question, onShowAll }: { question: QueueQuestion; onShowAll: () => void }) {
  const { t } = useText();
  const filtered = question.search !== '' || question.jurisdiction !== null;
  return (
    <div className="p-4">
      {filtered ? (
        <EmptyState
          title={t('queue.empty.filtered')}
          action={
            <Button look="plain" onPress={onShowAll}>
              {t('queue.empty.showAll')}
            </Button>
          }
        />
      ) : (
        <EmptyState title={t(`queue.empty.${question.show}`)}>{t(`queue.emptyBody.${question.show}`)}</EmptyState>
      )}
    </div>
  );
}
