import { claimItem } from '@cession/shared/handoff/work-the-queue.ts';
import type { QueueRow } from '@cession/shared/handoff/queue-view.ts';
import type { ArgsOf } from '@cession/shared/sync/mutator.ts';
import { useState } from 'react';
import { useParams } from 'wouter';
import { useMay } from '../../people/desk/desk-actor.ts';
import { useText } from '../../text/use-text.ts';
import { BottomBar } from '../../ui/bottom-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { SplitPanes } from '../../ui/split-panes.tsx';
import { KeyHint } from './key-hint.tsx';
import { KeysButton, KeysSheet } from './keys-sheet.tsx';
import type { Show } from './queue-filter.tsx';
import { QueueList } from './queue-list.tsx';
import { ReviewPane } from './review-pane.tsx';
import { UnsentNotes } from './unsent-notes.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import { useDeskPerform } from './use-desk-perform.tsx';
import { useTakeNext } from './use-queue-actions.ts';

/** Accounting's queue: the list, and beside it the one card that is being looked at. */
export function QueueScreen() {
  const { id } = useParams<{ id?: string }>();
  const may = useMay();
  const takeNext = useTakeNext();
  const claimOnOpen = useClaimOnOpen();
  const [keysShown, showKeys] = useState(false);
  const onNext = may('queue.next') ? takeNext : null;
  useDeskKeys({ ...(onNext === null ? {} : { N: onNext }), '?': () => showKeys(true) });
  return (
    <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col">
      <SplitPanes
        list={
          <>
            <QueueList openId={id ?? null} onOpen={claimOnOpen} />
            {id === undefined && onNext !== null && <NextBar onNext={onNext} />}
          </>
        }
        detail={id === undefined ? null : <ReviewPane key={id} cardId={id} />}
        nothingOpen={<NothingOpen onNext={onNext} />}
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

/** A narrow screen has no empty right side to offer the next item on. */
function NextBar({ onNext }: { onNext: () => void }) {
  const { t } = useText();
  const { busy } = useDeskPerform();
  return (
    <div className="contents desk:hidden">
      <BottomBar>
        <Button look="primary" wide busy={busy !== null} onPress={onNext}>
          {t('queue.next')}
        </Button>
      </BottomBar>
    </div>
  );
}

function NothingOpen({ onNext }: { onNext: (() => void) | null }) {
  const { t } = useText();
  const { busy } = useDeskPerform();
  return (
    <div className="grid max-w-sm justify-items-center gap-3 text-center">
      <UnsentNotes />
      <p>{t(onNext === null ? 'queue.nothingOpenToRead' : 'queue.nothingOpen')}</p>
      {onNext !== null && (
        <Button look="primary" busy={busy !== null} onPress={onNext} icon={<KeyHint press="N" />}>
          {t('queue.next')}
        </Button>
      )}
      <KeysButton />
    </div>
  );
}
