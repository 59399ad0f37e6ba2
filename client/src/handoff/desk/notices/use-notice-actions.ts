import { askQuestion } from '@cession/shared/handoff/question.ts';
import { listNoticeQueue, type NoticeQueueRow } from '@cession/shared/handoff/notice-queue-procedures.ts';
import { fileNotice, putNoticeBack, takeNotice } from '@cession/shared/handoff/work-the-notice-queue.ts';
import type { ArgsOf } from '@cession/shared/sync/mutator.ts';
import { useLocation } from 'wouter';
import { ask } from '../../../device/ask-server.ts';
import { newId } from '../../../device/new-id.ts';
import { useDeskPreferences } from '../../../people/desk/desk-preferences.ts';
import { answerOf, mutationOf, sendMutation, type Sent } from '../../../people/desk/send-mutation.ts';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { showToast } from '../../../ui/toast.tsx';

export type CeremonyId = ArgsOf<typeof takeNotice>['ceremonyId'];
const HOME = '/desk/notice-queue';

export interface NoticeActions {
  readonly ceremonyId: CeremonyId;
  take(): void;
  putBack(): void;
  file(note: string): void;
  ask(path: string, text: string): void;
}

/** What a person can do with one notice of the queue, and where it leads. */
export function useNoticeActions(row: NoticeQueueRow): NoticeActions {
  const { t } = useText();
  const { perform } = useDeskPerform();
  const [, go] = useLocation();
  const leave = useLeave();
  const { debtorName: name, ownerName } = row;
  // The ids came from the server as the ids of exactly this row.
  const ceremonyId = row.ceremonyId as CeremonyId;
  return {
    ceremonyId,
    take: () => perform(takeNotice, { ceremonyId }, { words: t('noticeQueue.do.take', { name }) }),
    putBack: () => {
      const done = () => {
        showToast(t('noticeQueue.done.putBack', { name }));
        go(HOME);
      };
      perform(putNoticeBack, { ceremonyId }, { words: t('noticeQueue.do.putBack', { name }), done });
    },
    file: (note) => {
      const done = () => {
        showToast(t('noticeQueue.done.file', { name }));
        leave();
      };
      perform(fileNotice, { ceremonyId, note }, { words: t('noticeQueue.do.file', { name }), done });
    },
    ask: (path, text) => {
      const ids = { cardId: row.cardId, questionId: newId() } as Pick<
        ArgsOf<typeof askQuestion>,
        'cardId' | 'questionId'
      >;
      const done = () => showToast(t('queue.done.ask', { name: ownerName }));
      perform(askQuestion, { ...ids, path, text }, { words: t('queue.do.ask', { name }), done });
    },
  };
}

/** After filing: the next one, unless the person switched that off. */
function useLeave(): () => void {
  const takeNext = useClaimNext();
  const { openNext } = useDeskPreferences();
  const [, go] = useLocation();
  return () => {
    go(HOME);
    // Whoever has gone elsewhere meanwhile is not called back.
    const stillHere = () => location.pathname === HOME;
    if (openNext) takeNext((id) => id !== null && stillHere() && go(`${HOME}/${id}`));
  };
}

export function useTakeNextNotice(): () => void {
  const { t } = useText();
  const takeNext = useClaimNext();
  const [, go] = useLocation();
  return () =>
    takeNext((id) => {
      if (id === null) showToast(t('noticeQueue.nothingNext'));
      else go(`${HOME}/${id}`);
    });
}

/** Takes whatever is due first and free; where a colleague is faster, the one after it. */
function useClaimNext(): (found: (id: string | null) => void) => void {
  const { t } = useText();
  const { act } = useDeskPerform();
  return (found) =>
    act({ id: newId(), name: takeNotice.name, words: t('noticeQueue.next'), send: () => takeFirst(found) });
}

async function takeFirst(found: (id: string | null) => void): Promise<Sent> {
  const answer = await answerOf(async () => {
    const { rows } = await ask(listNoticeQueue, { show: 'waiting', search: '' });
    return { kind: 'list', free: rows.filter(({ heldBy }) => heldBy === null) } as const;
  });
  if (answer.kind !== 'list') return answer;
  for (const { ceremonyId } of answer.free) {
    const sent = await sendMutation(mutationOf(takeNotice, { ceremonyId: ceremonyId as CeremonyId })); // the server named it
    if (sent.kind === 'refused') continue;
    if (sent.kind === 'done') found(ceremonyId);
    return sent;
  }
  found(null);
  return { kind: 'done' };
}
