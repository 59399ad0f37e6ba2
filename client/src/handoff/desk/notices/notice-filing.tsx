import { showNoticeHandoff, type NoticeQueueView } from '@cession/shared/handoff/notice-queue-procedures.ts';
import { takeNotice } from '@cession/shared/handoff/work-the-notice-queue.ts';
import { useState } from 'react';
import { AskView } from '../../../people/desk/ask-view.tsx';
import { useDeskActor, useMay } from '../../../people/desk/desk-actor.ts';
import { DuePill } from '../../../people/desk/due-pill.tsx';
import { mutationOf, sendMutation } from '../../../people/desk/send-mutation.ts';
import { useServerClock } from '../../../people/desk/server-clock.ts';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useAsk } from '../../../people/desk/use-ask.ts';
import { useText } from '../../../text/use-text.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Note } from '../../../ui/note.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { HoldPill } from '../hold-pill.tsx';
import { holdOf, useRenewal, type Hold } from '../use-lease.ts';
import { AskAboutNotice } from './ask-about-notice.tsx';
import { BooksPart } from './books-part.tsx';
import { FileBar } from './file-bar.tsx';
import { PapersPart } from './papers-part.tsx';
import { useNoticeActions, type CeremonyId } from './use-notice-actions.ts';

/** One proven notice before an accountant: what to enter, and what it rests on. */
export function NoticeFiling({ ceremonyId }: { ceremonyId: CeremonyId }) {
  const answer = useAsk(showNoticeHandoff, { ceremonyId });
  return (
    <AskView inPane answer={answer} rows={10}>
      {(view) => (view === null ? <NotInQueue /> : <Filing view={view} answeredAt={answer.dataUpdatedAt} />)}
    </AskView>
  );
}

function Filing({ view, answeredAt }: { view: NoticeQueueView; answeredAt: number }) {
  const { userId } = useDeskActor();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const actions = useNoticeActions(view.row);
  const nowMs = useServerClock(view.now, answeredAt);
  const hold = holdOf(view.row, userId, nowMs);
  const waits = view.row.state === 'waiting';
  const mine = waits && hold.kind === 'mine';
  const { ceremonyId } = actions;
  useRenewal(mine, showNoticeHandoff.name, () => sendMutation(mutationOf(takeNotice, { ceremonyId })));
  return (
    <div className="flex min-h-full flex-col">
      <Head view={view} hold={hold} nowMs={nowMs} />
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] content-start gap-5 px-4 pb-8 desk:px-6">
        <UnsentNotes />
        <Warnings view={view} />
        <BooksPart view={view} />
        <PapersPart view={view} />
      </div>
      <FileBar
        view={view}
        actions={actions}
        canTake={waits && hold.kind === 'nobody' && may('notice.take')}
        canFile={mine && may('notice.file')}
        onAsk={may('question.ask') && waits ? () => setAsking(true) : null}
      />
      {asking && (
        <AskAboutNotice
          ownerName={view.row.ownerName}
          onClose={() => setAsking(false)}
          onAsk={(path, words) => {
            setAsking(false);
            actions.ask(path, words);
          }}
        />
      )}
    </div>
  );
}

function Head({ view, hold, nowMs }: { view: NoticeQueueView; hold: Hold; nowMs: number }) {
  const { t } = useText();
  const { row } = view;
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-4 pb-3 desk:px-6">
      <title>{`${row.debtorName} – Cession`}</title>
      <span className="w-full desk:hidden">
        <ButtonLink look="plain" href="/desk/notice-queue">
          {t('noticeQueue.back')}
        </ButtonLink>
      </span>
      <h1 className="min-w-0 flex-[1_1_12rem] text-4 font-semibold tracking-[-0.01em] text-balance">
        {row.debtorName}
      </h1>
      <Standing view={view} hold={hold} />
      {row.state === 'waiting' && <DuePill dueAt={row.dueAt} nowMs={nowMs} />}
      <span className="w-full text-1 text-ink-2">
        {[t(`notice.outcome.${row.outcome}`), row.ownerName, ''].join(' · ')}
        <span className="font-mono [overflow-wrap:anywhere]">{row.number}</span>
      </span>
    </header>
  );
}

function Standing({ view: { row }, hold }: { view: NoticeQueueView; hold: Hold }) {
  const { t, formatDate } = useText();
  if (row.filedAt === null) return <HoldPill hold={hold} />;
  const words = t('noticeQueue.filedBy', { name: row.filedByName ?? '', when: formatDate(row.filedAt) });
  return <Pill tone="proven">{words}</Pill>;
}

/** What must not be entered, and what is easily taken for less than it is. */
function Warnings({ view: { accountInForce, replaced, row } }: { view: NoticeQueueView }) {
  const { t } = useText();
  return (
    <>
      {replaced && <Note tone="wait" title={t('noticeQueue.replaced')} />}
      {accountInForce === false && (
        <Note tone="wrong" title={t('noticeQueue.stale')}>
          <p>{t('noticeQueue.staleBody')}</p>
        </Note>
      )}
      {row.outcome === 'refused' && (
        <Note tone="accent">
          <p>{t('noticeQueue.refusedNote')}</p>
        </Note>
      )}
    </>
  );
}

export function NotInQueue() {
  const { t } = useText();
  return (
    <div className="p-4 desk:p-6">
      <EmptyState
        title={t('noticeQueue.gone')}
        action={<ButtonLink href="/desk/notice-queue">{t('noticeQueue.back')}</ButtonLink>}
      >
        {t('noticeQueue.goneBody')}
      </EmptyState>
    </div>
  );
}
