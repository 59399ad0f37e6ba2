import { acceptHandoff, returnHandoff, undoReturn } from '@cession/shared/handoff/decide-handoff.ts';
import { askQuestion } from '@cession/shared/handoff/question.ts';
import type { QueueRow } from '@cession/shared/handoff/queue-view.ts';
import type { ReturnPoint } from '@cession/shared/handoff/return-reasons.ts';
import { claimItem, putBackItem, snoozeItem, takeOverItem } from '@cession/shared/handoff/work-the-queue.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { ArgsOf } from '@cession/shared/sync/mutator.ts';
import { useLocation } from 'wouter';
import { newId } from '../../device/new-id.ts';
import { useDeskPerform } from '../../people/desk/use-desk-perform.tsx';
import { useText } from '../../text/use-text.ts';
import { showToast } from '../../ui/toast.tsx';
import { useDeskPreferences } from '../../people/desk/desk-preferences.ts';
import { useClaimNext } from './use-claim-next.ts';

export interface QueueActions {
  readonly cardId: HandoffIds['cardId'];
  claim(): void;
  takeOver(): void;
  putBack(): void;
  snooze(until: Date): void;
  accept(): void;
  returnIt(points: ReturnPoint[], note: string): void;
  ask(path: string, text: string): void;
}

type HandoffIds = ArgsOf<typeof acceptHandoff>;

/** What a person can do with one item, and where it leads. */
export function useQueueActions(row: QueueRow): QueueActions {
  // The ids came from the server as the ids of exactly these rows.
  const ids = { cardId: row.cardId, handoffId: row.handoffId } as HandoffIds;
  return { cardId: ids.cardId, ...useHoldActions(row, ids), ...useDecisions(row, ids) };
}

type HoldActions = Pick<QueueActions, 'claim' | 'takeOver' | 'putBack' | 'snooze'>;

function useHoldActions({ name }: QueueRow, { cardId }: HandoffIds): HoldActions {
  const { t, formatDate, formatTime } = useText();
  const { perform } = useDeskPerform();
  const leave = useLeave();
  const [, go] = useLocation();
  return {
    claim: () => perform(claimItem, { cardId }, { words: t('queue.do.claim', { name }) }),
    takeOver: () => perform(takeOverItem, { cardId }, { words: t('queue.do.takeOver', { name }) }),
    putBack: () => {
      const done = () => {
        showToast(t('queue.done.putBack', { name }));
        go('/desk/queue');
      };
      perform(putBackItem, { cardId }, { words: t('queue.do.putBack', { name }), done });
    },
    snooze: (until) => {
      const when = `${formatDate(until)} ${formatTime(until)}`;
      const done = () => {
        showToast(t('queue.done.snooze', { name, until: when }));
        leave();
      };
      const args = { cardId, until: msToInstant(until.getTime()) };
      perform(snoozeItem, args, { words: t('queue.do.snooze', { name }), done });
    },
  };
}

type Decisions = Pick<QueueActions, 'accept' | 'returnIt' | 'ask'>;

function useDecisions({ name, ownerName }: QueueRow, ids: HandoffIds): Decisions {
  const { t } = useText();
  const { perform } = useDeskPerform();
  const leave = useLeave();
  const [, go] = useLocation();
  const back = () => go(`/desk/queue/${ids.cardId}`);
  const undo = () => perform(undoReturn, ids, { words: t('queue.do.undoReturn', { name }), done: back });
  return {
    accept: () => {
      const done = () => {
        showToast(t('queue.done.accept', { name }));
        leave();
      };
      perform(acceptHandoff, ids, { words: t('queue.do.accept', { name }), done });
    },
    returnIt: (points, note) => {
      const done = () => {
        showToast(t('queue.done.return', { name: ownerName, count: points.length }), undo);
        leave();
      };
      perform(returnHandoff, { ...ids, points, note }, { words: t('queue.do.return', { name }), done });
    },
    ask: (path, text) => {
      const questionId = newId() as ArgsOf<typeof askQuestion>['questionId']; // a new UUID is nobody else's id
      const args = { cardId: ids.cardId, questionId, path, text };
      const done = () => showToast(t('queue.done.ask', { name: ownerName }));
      perform(askQuestion, args, { words: t('queue.do.ask', { name }), done });
    },
  };
}

/** After a decision: the next item, unless the person switched that off. */
function useLeave(): () => void {
  const takeNext = useClaimNext();
  const { openNext } = useDeskPreferences();
  const [, go] = useLocation();
  return () => {
    go('/desk/queue');
    // Whoever has gone elsewhere meanwhile is not called back.
    const stillHere = () => location.pathname === '/desk/queue';
    if (openNext) takeNext((cardId) => cardId !== null && stillHere() && go(`/desk/queue/${cardId}`));
  };
}

export function useTakeNext(): () => void {
  const { t } = useText();
  const takeNext = useClaimNext();
  const [, go] = useLocation();
  return () =>
    takeNext((cardId) => {
      if (cardId === null) showToast(t('queue.nothingNext'));
      else go(`/desk/queue/${cardId}`);
    });
}
