import type { CardPath } from '@cession/shared/card/card-fields.ts';
import type { QueueItemView } from '@cession/shared/handoff/queue-view.ts';
import { acceptHandoff } from '@cession/shared/handoff/decide-handoff.ts';
import { useEffect, useMemo, useState } from 'react';
import { holdReload } from '../../device/hold-reload.ts';
import { useDeskActor } from '../../people/desk/desk-actor.ts';
import { AskDialog } from './ask-dialog.tsx';
import type { Names } from './field-words.ts';
import { ReturnDialog, type ReturnDraft } from './return-dialog.tsx';
import { togglePoint } from './return-points.ts';
import { ReviewBar } from './review-bar.tsx';
import { DeskDocuments, useDeskDocuments } from '../../document/desk/desk-documents.tsx';
import { ReviewCard } from './review-card.tsx';
import { ReviewHead } from './review-head.tsx';
import { EarlierReturns } from './review-history.tsx';
import { ReviewProof } from './review-proof.tsx';
import type { ReviewProps } from './review-props.ts';
import { ReviewQuestions } from './review-questions.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { UnsentNotes } from '../../people/desk/unsent-notes.tsx';
import { useDeskKeys } from '../../people/desk/use-desk-keys.ts';
import { useDeskPerform } from '../../people/desk/use-desk-perform.tsx';
import { useLeaseRenewal } from './use-lease.ts';
import { useQueueActions, type QueueActions } from './use-queue-actions.ts';

type Open =
  | { readonly kind: 'return' }
  | { readonly kind: 'snooze' }
  | { readonly kind: 'ask'; readonly path: CardPath | null };

/** A card before an accountant: read it, accept it, send it back, ask about it. */
export function Review(props: ReviewProps) {
  const { view, canClaim, canDecide, canAsk } = props;
  const actions = useQueueActions(view.row);
  const [open, setOpen] = useState<Open | null>(null);
  const [draft, setDraft] = useReturnDraft();
  const names = useNames(view);
  const { busy } = useDeskPerform();
  const documents = useDeskDocuments(actions.cardId, view.documents);
  useLeaseRenewal(actions.cardId, canDecide);
  useDeskKeys({
    ...(canClaim ? { C: actions.claim } : {}),
    ...(canDecide
      ? {
          A: actions.accept,
          R: () => setOpen({ kind: 'return' }),
          S: () => setOpen({ kind: 'snooze' }),
          U: actions.putBack,
        }
      : {}),
  });
  const mark = (path: CardPath) => setDraft({ ...draft, points: togglePoint(draft.points, path) });
  return (
    <div className="flex min-h-full flex-col">
      <ReviewHead {...props} actions={actions} onSnooze={() => setOpen({ kind: 'snooze' })} />
      <div
        className={`@container/review px-4 pb-8 desk:px-6 ${documents.shown === null ? 'max-w-4xl' : 'max-w-[96rem]'}`}
      >
        <div className={documents.shown === null ? ONE_COLUMN : TWO_COLUMNS}>
          <div className={`${ONE_COLUMN} @min-[42rem]/review:order-first order-last`}>
            <UnsentNotes />
            {view.state === 'with-rep' && <EarlierReturns view={view} />}
            <ReviewCard
              view={view}
              names={names}
              marked={new Set(draft.points.map(({ path }) => path))}
              onMark={canDecide ? mark : undefined}
              onAsk={canAsk ? (path) => setOpen({ kind: 'ask', path }) : undefined}
            />
            <ReviewQuestions view={view} onAsk={canAsk ? () => setOpen({ kind: 'ask', path: null }) : undefined} />
            {view.state !== 'with-rep' && <EarlierReturns view={view} />}
            <ReviewProof view={view} />
          </div>
          <DeskDocuments {...documents} />
        </div>
      </div>
      <ReviewBar
        canClaim={canClaim}
        canDecide={canDecide}
        points={draft.points.length}
        accepting={busy === acceptHandoff.name}
        actions={actions}
        onReturn={() => setOpen({ kind: 'return' })}
      />
      <OpenDialog {...{ view, names, open, draft, setDraft, actions }} onClose={() => setOpen(null)} />
    </div>
  );
}

const ONE_COLUMN = 'grid grid-cols-[minmax(0,1fr)] content-start gap-4';
/** A picture is read beside the fields it proves; where there is no room, above them. */
const TWO_COLUMNS =
  'grid grid-cols-[minmax(0,1fr)] content-start gap-4 @min-[42rem]/review:grid-cols-[minmax(0,1fr)_minmax(0,44%)]';

interface OpenDialogProps {
  view: QueueItemView;
  names: Names;
  open: Open | null;
  draft: ReturnDraft;
  setDraft: (draft: ReturnDraft) => void;
  actions: QueueActions;
  onClose: () => void;
}

function OpenDialog({ view, names, open, draft, setDraft, actions, onClose }: OpenDialogProps) {
  if (open === null) return null;
  switch (open.kind) {
    case 'return':
      return (
        <ReturnDialog
          view={view}
          names={names}
          draft={draft}
          onChange={setDraft}
          onReturn={(points, note) => {
            onClose();
            actions.returnIt(points, note);
          }}
          onClose={onClose}
        />
      );
    case 'snooze':
      return (
        <SnoozeDialog
          name={view.row.name}
          onClose={onClose}
          onSnooze={(until) => {
            onClose();
            actions.snooze(until);
          }}
        />
      );
    case 'ask':
      return (
        <AskDialog
          view={view}
          path={open.path}
          onAsk={(path, words) => {
            onClose();
            actions.ask(path, words);
          }}
          onClose={onClose}
        />
      );
  }
}

/** A half-written return holds an update of the app back. */
function useReturnDraft(): [ReturnDraft, (draft: ReturnDraft) => void] {
  const [draft, setDraft] = useState<ReturnDraft>({ points: [], note: '' });
  const begun = draft.points.length > 0 || draft.note !== '';
  useEffect(() => (begun ? holdReload('half-written return') : undefined), [begun]);
  return [draft, setDraft];
}

/** The desk is told few names; they are the ones a card speaks of. */
function useNames(view: QueueItemView): Names {
  const { userId, name } = useDeskActor();
  const { ownerId, ownerName, heldBy, heldByName } = view.row;
  return useMemo(
    () =>
      new Map([
        ...Object.entries(view.names),
        ...(heldBy === null ? [] : [[heldBy, heldByName ?? ''] as const]),
        [ownerId, ownerName],
        [userId, name],
      ]),
    [userId, name, ownerId, ownerName, heldBy, heldByName, view.names],
  );
}
