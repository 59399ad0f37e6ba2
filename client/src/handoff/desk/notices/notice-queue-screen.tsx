import { takeNotice } from '@cession/shared/handoff/work-the-notice-queue.ts';
import type { NoticeQueueRow } from '@cession/shared/handoff/notice-queue-procedures.ts';
import { isUuid } from '@cession/shared/kernel/id.ts';
import { useParams } from 'wouter';
import { useMay } from '../../../people/desk/desk-actor.ts';
import { useDeskKeys } from '../../../people/desk/use-desk-keys.ts';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { SplitPanes } from '../../../ui/split-panes.tsx';
import { NextBar, NothingOpen } from '../next-offer.tsx';
import { NoticeQueueList } from './notice-queue-list.tsx';
import { NoticeFiling, NotInQueue } from './notice-filing.tsx';
import { useTakeNextNotice, type CeremonyId } from './use-notice-actions.ts';

/** Accounting's second queue: proven notices to enter in the books. */
export function NoticeQueueScreen() {
  const { id } = useParams<{ id?: string }>();
  const may = useMay();
  const takeNext = useTakeNextNotice();
  const takeOnOpen = useTakeOnOpen();
  const { t } = useText();
  const next = may('notice.take') ? { label: t('noticeQueue.next'), onNext: takeNext } : null;
  useDeskKeys(next === null ? {} : { N: takeNext });
  return (
    <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col">
      <SplitPanes
        list={
          <>
            <NoticeQueueList openId={id ?? null} onOpen={takeOnOpen} />
            {id === undefined && next !== null && <NextBar {...next} />}
          </>
        }
        detail={
          id === undefined ? null : isUuid(id) ? (
            <NoticeFiling key={id} ceremonyId={id as CeremonyId} />
          ) : (
            <NotInQueue />
          )
        }
        nothingOpen={
          <NothingOpen
            words={t(next === null ? 'noticeQueue.nothingOpenToRead' : 'noticeQueue.nothingOpen')}
            next={next}
          />
        }
      />
    </main>
  );
}

/** Opening a free one takes it. */
function useTakeOnOpen(): (row: NoticeQueueRow) => void {
  const { t } = useText();
  const may = useMay();
  const { perform } = useDeskPerform();
  return ({ state, heldBy, ceremonyId, debtorName }) => {
    if (state !== 'waiting' || heldBy !== null || !may('notice.take')) return;
    const args = { ceremonyId: ceremonyId as CeremonyId }; // the server named it
    perform(takeNotice, args, { words: t('noticeQueue.do.take', { name: debtorName }) });
  };
}
