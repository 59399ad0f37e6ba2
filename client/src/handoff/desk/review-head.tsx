import { useText } from '../../text/use-text.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { Pill } from '../../ui/pill.tsx';
import { DuePill } from '../../people/desk/due-pill.tsx';
import { KeyHint } from '../../people/desk/key-hint.tsx';
import { HoldPill } from './hold-pill.tsx';
import type { ReviewProps } from './review-props.ts';
import { useDeskPerform } from '../../people/desk/use-desk-perform.tsx';
import type { QueueActions } from './use-queue-actions.ts';
import { renewLease } from '@cession/shared/handoff/work-the-queue.ts';

interface ReviewHeadProps extends ReviewProps {
  actions: QueueActions;
  onSnooze: () => void;
}

/** Whose card, who holds it, until when; and what is special about this revision. */
export function ReviewHead(props: ReviewHeadProps) {
  const { view, nowMs, canDecide, actions, onSnooze } = props;
  const { t } = useText();
  const { row } = view;
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-4 pb-2 desk:px-6">
        <title>{`${row.name} – Cession`}</title>
        <span className="w-full desk:hidden">
          <ButtonLink look="plain" href="/desk/queue">
            {t('queue.backToQueue')}
          </ButtonLink>
        </span>
        <h1 className="min-w-0 flex-[1_1_12rem] text-4 font-semibold tracking-[-0.01em] text-balance">{row.name}</h1>
        <Standing {...props} />
        {view.state === 'waiting' && <DuePill dueAt={row.dueAt} nowMs={nowMs} />}
      </header>
      <div className="flex flex-wrap items-center gap-x-6 px-4 pb-3 text-1 text-ink-2 desk:px-6">
        <span>
          {[
            row.country,
            row.ownerName,
            row.revision > 1 ? t('queue.row.times', { count: row.revision }) : t('queue.row.first'),
          ].join(' · ')}
        </span>
        {canDecide && (
          <span className="ms-auto flex flex-wrap gap-x-5">
            <Button look="plain" onPress={onSnooze} icon={<KeyHint press="S" />}>
              {t('queue.snooze')}
            </Button>
            <Button look="plain" onPress={actions.putBack} icon={<KeyHint press="U" />}>
              {t('queue.putBack')}
            </Button>
          </span>
        )}
      </div>
      <div className="grid max-w-4xl gap-2 px-4 pb-3 empty:hidden desk:px-6">
        <HoldNote {...props} />
        <RevisionNote {...props} />
      </div>
    </>
  );
}

function Standing({ hold, view }: ReviewProps) {
  const { t, formatDate, formatTime } = useText();
  const { snoozedUntil } = view.row;
  if (view.state === 'with-rep') return <Pill tone="wait">{t('queue.withRep', { name: view.row.ownerName })}</Pill>;
  if (view.state === 'done') return <Pill tone="proven">{t('queue.accepted')}</Pill>;
  if (hold.kind !== 'nobody' || snoozedUntil === null) return <HoldPill hold={hold} />;
  return <Pill>{t('queue.row.snoozed', { until: `${formatDate(snoozedUntil)} ${formatTime(snoozedUntil)}` })}</Pill>;
}

/** Said only when the person must know: their hold ends, has ended, or somebody else is at it. */
function HoldNote({ hold, view, ranOut, canTakeOver, actions }: ReviewHeadProps) {
  const { t } = useText();
  const { perform } = useDeskPerform();
  if (view.state !== 'waiting') return null;
  if (hold.kind === 'mine') {
    if (hold.left.state !== 'ending') return null;
    const keep = () => perform(renewLease, { cardId: actions.cardId }, { words: t('queue.keep') });
    return (
      <Note
        tone="wait"
        live
        title={t('queue.ending', { minutes: hold.left.minutes })}
        actions={
          <Button look="plain" onPress={keep}>
            {t('queue.keep')}
          </Button>
        }
      />
    );
  }
  if (hold.kind === 'other') {
    return (
      <Note
        tone="accent"
        title={t('queue.readOnly', { name: hold.name })}
        actions={
          canTakeOver ? (
            <Button look="plain" onPress={actions.takeOver}>
              {t('queue.takeOver')}
            </Button>
          ) : undefined
        }
      />
    );
  }
  return ranOut ? <Note tone="wait" live title={t('queue.ranOut')} /> : null;
}

function RevisionNote({ view }: ReviewProps) {
  const { t } = useText();
  const { returns, changed, revision } = view.row;
  if (view.state !== 'waiting' || revision === 1) return null;
  return (
    <Note
      tone="accent"
      title={t('queue.resent', { count: returns })}
      actions={
        changed === 0 ? undefined : (
          <Button look="plain" onPress={showNextChange}>
            {t('queue.nextChange')}
          </Button>
        )
      }
    >
      <p>{changed === 0 ? t('queue.resentSame') : t('queue.resentChanges', { count: changed })}</p>
    </Note>
  );
}

/** From change to change, round and round; the focus goes along, so that the next keys work there. */
function showNextChange(): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-changed-line]')];
  const here = lines.findIndex((line) => line === document.activeElement);
  const next = lines[(here + 1) % lines.length];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}
