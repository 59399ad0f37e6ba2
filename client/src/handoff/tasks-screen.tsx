import { useEffect, useRef } from 'react';
import { BouncedTask } from '../card/bounced-task.tsx';
import { OfferTask } from '../card/offer-task.tsx';
import { useSyncStatus } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row-list.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { bounceKey, TASK_KINDS, type Task } from './open-tasks.ts';
import { QuestionTask } from './question-task.tsx';
import { TaskRow } from './task-row.tsx';
import { putBounceAway, useTasks } from './use-tasks.ts';

/** Everything that waits for this person, the most urgent first, each done here or one tap away. */
export function TasksScreen() {
  const { t } = useText();
  const tasks = useTasks();
  useFocusAfterDone(tasks.length);
  return (
    <Page title={t('tasks.title')}>
      {tasks.length === 0 && <NoTasks />}
      {TASK_KINDS.map((kind) => {
        const ofKind = tasks.filter((task) => task.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <RowList key={kind} title={t(`tasks.${kind}`)}>
            {ofKind.map((task) => (
              <TaskItem key={task.id} task={task} />
            ))}
          </RowList>
        );
      })}
    </Page>
  );
}

/** A task that is done leaves with its button: the focus goes on to the next one instead of nowhere. */
function useFocusAfterDone(count: number): void {
  const before = useRef(count);
  useEffect(() => {
    const isFewer = count < before.current;
    before.current = count;
    if (!isFewer || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('#content li :is(a, button)')?.focus({ preventScroll: true });
  }, [count]);
}

function TaskItem({ task }: { task: Task }) {
  switch (task.kind) {
    case 'question':
      return <QuestionTask task={task} />;
    case 'offer':
      return <OfferTask card={task.card} />;
    case 'bounced':
      return <BouncedTask card={task.card} onSeen={() => putBounceAway(bounceKey(task.card))} />;
    case 'returned':
    case 'refused':
    case 'conflict':
      return <TaskRow task={task} grouped />;
  }
}

function NoTasks() {
  const { t } = useText();
  const { firstSync, link } = useSyncStatus();
  if (firstSync !== null && link !== 'unreachable') return <SkeletonRows count={3} />;
  return <EmptyState title={t('tasks.emptyTitle')}>{t('tasks.emptyBody')}</EmptyState>;
}
