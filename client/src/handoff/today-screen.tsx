import { cards } from '@cession/shared/card/card.ts';
import { useMemo } from 'react';
import { CardRow } from '../card/card-row.tsx';
import { NewCardBar } from '../card/new-card-bar.tsx';
import { useSession } from '../people/session.tsx';
import { useOutbox, useRows, useSyncStatus } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { LinkRow } from '../ui/link-row.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row-list.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { cardsInProgress, type InProgress } from './cards-in-progress.ts';
import { ReturnedNotes } from './returned-notes.tsx';
import { TaskRow } from './task-row.tsx';
import { UnfinishedForms } from './unfinished-forms.tsx';
import { useTasks } from './use-tasks.ts';

/** What to do next, from the phone alone: returns first, then what was begun, then the cards in progress. */
export function TodayScreen() {
  const { t } = useText();
  const { wiped } = useSession();
  const tasks = useTasks();
  const { inProgress, withAccounting } = useProgress();
  const returned = tasks.filter((task) => task.kind === 'returned');
  const decisions = tasks.filter((task) => task.kind !== 'returned');
  const nothing = tasks.length + inProgress.count + withAccounting === 0;
  return (
    <Page title={t('today.title')} bottom={<NewCardBar />}>
      {wiped && <Note tone="wrong">{t('more.storageWiped')}</Note>}
      <ReturnedNotes tasks={returned} />
      <UnfinishedForms />
      {decisions.length > 0 && (
        <RowList title={t('today.decide')}>
          {decisions.map((task) => (
            <TaskRow key={`${task.kind} ${task.id}`} task={task} />
          ))}
        </RowList>
      )}
      {inProgress.count > 0 && <CardsInProgress {...inProgress} />}
      {withAccounting > 0 && (
        <RowList>
          <LinkRow href="/cards?status=handed-over" title={t('today.withAccounting', { count: withAccounting })} />
        </RowList>
      )}
      {nothing && <NothingYet />}
    </Page>
  );
}

function CardsInProgress({ latest, count }: InProgress) {
  const { t } = useText();
  const rest = count - latest.length;
  return (
    <RowList title={t('today.cards')}>
      {latest.map((card) => (
        <CardRow key={card.id} card={card} />
      ))}
      {rest > 0 && <LinkRow href="/cards?status=draft" title={t('today.moreCards', { count: rest })} />}
    </RowList>
  );
}

/** Before the first answer of the server an empty phone is not an empty desk. */
function NothingYet() {
  const { t } = useText();
  const { firstSync, link } = useSyncStatus();
  if (firstSync === null) return <EmptyState title={t('today.emptyTitle')}>{t('today.emptyBody')}</EmptyState>;
  if (link === 'unreachable') return <EmptyState title={t('today.fetchLater')} />;
  const { done, total } = firstSync;
  return (
    <div className="grid gap-2">
      <p role="status" className="text-ink-2">
        {total === 0 ? t('today.fetchingStart') : t('today.fetching', { done, total })}
      </p>
      <SkeletonRows count={4} />
    </div>
  );
}

/** A card stays in sight until accounting surely has it. */
function useProgress() {
  const { profile } = useSession();
  const all = useRows(cards);
  const outbox = useOutbox();
  return useMemo(() => {
    const unsent = new Set(outbox.flatMap((item) => item.writes));
    return cardsInProgress(all, profile, (card) => unsent.has(`cards:${card.id}`));
  }, [all, profile, outbox]);
}
