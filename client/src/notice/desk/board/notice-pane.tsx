import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { showNotice, type NoticeView } from '@cession/shared/notice/notice-procedures.ts';
import { AskView } from '../../../people/desk/ask-view.tsx';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useAsk } from '../../../people/desk/use-ask.ts';
import { useText } from '../../../text/use-text.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { FactRows } from '../../page/fact-rows.tsx';
import { noticeState } from '../../page/notice-words.ts';
import { Facts } from '../agreements/facts.tsx';
import { CallBacks } from './call-backs.tsx';
import { GateLines } from './gate-lines.tsx';
import { NoticeGone } from './notice-gone.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { NoticeNotes } from './notice-notes.tsx';
import { Visits } from './visits.tsx';

export type NoticeId = InputOfProcedure<typeof showNotice>['noticeId'];

/** One notice at the desk: what is known and since when, what is missing and by whose rule, and the next step. */
export function NoticePane({ noticeId }: { noticeId: NoticeId }) {
  const answer = useAsk(showNotice, { noticeId });
  return (
    <AskView inPane answer={answer} rows={10}>
      {(view) => (view === null ? <NoticeGone /> : <KnownNotice view={view} />)}
    </AskView>
  );
}

function KnownNotice({ view }: { view: NoticeView }) {
  const { t } = useText();
  const { notice } = view;
  const state = noticeState(t, notice, view.needsRenewal);
  const { legalName } = notice.data.debtor;
  return (
    <div className="flex min-h-full flex-col">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-4 pb-3 desk:px-6">
        <title>{`${legalName} – Cession`}</title>
        <span className="w-full desk:hidden">
          <ButtonLink look="plain" href="/desk/notices">
            {t('board.back')}
          </ButtonLink>
        </span>
        <h1 className="min-w-0 flex-[1_1_12rem] text-4 font-semibold tracking-[-0.01em] text-balance">{legalName}</h1>
        <Pill tone={state.tone}>{state.words}</Pill>
        <span className="w-full font-mono text-1 text-ink-2 [overflow-wrap:anywhere]">{notice.number}</span>
      </header>
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] content-start gap-5 px-4 pb-8 desk:px-6">
        <UnsentNotes />
        <NoticeNotes view={view} />
        <FactRows notice={notice} />
        <Visits view={view} />
        <GateLines lines={view.gate} />
        <CallBacks view={view} />
        <PaperFacts view={view} />
      </div>
      <NoticeBar view={view} />
    </div>
  );
}

function PaperFacts({ view }: { view: NoticeView }) {
  const { t, formatDate, formatTime } = useText();
  const { notice, ownerName, names } = view;
  const moment = (at: string) => `${formatDate(at)} ${formatTime(at)}`;
  const { payee } = notice.data;
  return (
    <section aria-label={t('board.paper')} className="grid gap-2">
      <h2 className="text-1 font-semibold tracking-[0.02em] text-ink-3">{t('board.paper')}</h2>
      <Facts
        rows={[
          [t('board.owner'), ownerName],
          [
            t('board.activeSince'),
            notice.activatedAt === null || notice.activatedBy === null
              ? null
              : t('board.preparedBy', { when: moment(notice.activatedAt), name: names[notice.activatedBy] ?? '' }),
          ],
          [
            t('board.prepared'),
            t('board.preparedBy', { when: moment(notice.preparedAt), name: names[notice.preparedBy] ?? '' }),
          ],
          [t('noticeQueue.factor'), notice.data.factor.legalName],
          [t('noticeQueue.agreement'), notice.data.agreement.number],
          [
            t('board.account'),
            payee === null ? t('board.accountNone') : t('board.accountVersion', { version: payee.version }),
          ],
          [
            t('board.code'),
            <span key="code" className="font-mono">
              {notice.dataSha256.slice(0, 8)}
            </span>,
          ],
        ]}
      />
    </section>
  );
}
