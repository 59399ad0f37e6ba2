import { claimItem } from '@cession/shared/handoff/work-the-queue.ts';
import type { QueueRow } from '@cession/shared/handoff/queue-view.ts';
import type { ArgsOf } from '@cession/shared/sync/mutator.ts';
import { useState } from 'react';
import { useParams } from 'wouter';
import { useMay } from '../../people/desk/desk-actor.ts';
import { useText } from '../../text/use-text.ts';
import { SplitPanes } from '../../ui/split-panes.tsx';
import { KeysButton, KeysSheet } from './keys-sheet.tsx';
import { NextBar, NothingOpen } from './next-offer.tsx';
import type { Show } from './queue-filter.tsx';
import { QueueList } from './queue-list.tsx';
import { ReviewPane } from './review-pane.tsx';
import { useDeskKeys } from '../../people/desk/use-desk-keys.ts';
import { useDeskPerform } from '../../people/desk/use-desk-perform.tsx';
import { useTakeNext } from './use-queue-actions.ts';

/** Accounting's queue: the list, and beside it the one card that is being looked at. */
export function QueueScreen() {
  const { id } = useParams<{ id?: string }>();
  const may = useMay();
  const takeNext = useTakeNext();
  const claimOnOpen = useClaimOnOpen();
  const [keysShown, showKeys] = useState(false);
  const { t } = useText();
  const next = may('queue.next') ? { label: t('queue.next'), onNext: takeNext } : null;
  useDeskKeys({ ...(next === null ? {} : { N: takeNext }), '?': () => showKeys(true) });
  return (
    <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col">
      <SplitPanes
        list={
          <>
            <QueueList openId={id ?? null} onOpen={claimOnOpen} />
            {id === undefined && next !== null && <NextBar {...next} />}
          </>
        }
        detail={id === undefined ? null : <ReviewPane key={id} cardId={id} />}
        nothingOpen={
          <NothingOpen words={t(next === null ? 'queue.nothingOpenToRead' : 'queue.nothingOpen')} next={next}>
            <KeysButton />
          </NothingOpen>
        }
      />
      {keysShown && <KeysSheet onClose={() => showKeys(false)} />}
    </main>
  );
}

/** Opening a free item claims it. One that a colleague holds, that is put away or that is with its owner is only read. */
function useClaimOnOpen(): (row: QueueRow, show: Show) => void {
  const { t } = useText();
  const may = useMay();
  const { perform } = useDeskPerform();
  return (row, show) => {
    const free = show === 'waiting' && row.heldBy === null && row.snoozedUntil === null;
    if (!free || !may('queue.claim')) return;
    const cardId = row.cardId as ArgsOf<typeof claimItem>['cardId']; // the server named it
    perform(claimItem, { cardId }, { words: t('queue.do.claim', { name: row.name }) });
  };
}
