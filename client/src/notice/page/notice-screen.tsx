import { payeeAccounts } from '@cession/shared/notice/agreement.ts';
import { mayBePresented } from '@cession/shared/notice/may-be-presented.ts';
import { needsRenewal } from '@cession/shared/notice/needs-renewal.ts';
import { notices, type Notice } from '@cession/shared/notice/notice.ts';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { useRow, useRows } from '../../sync/live.ts';
import { useText } from '../../text/use-text.ts';
import { BottomBar } from '../../ui/bottom-bar.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkRow, PressRow } from '../../ui/link-row.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Attempts } from './attempts.tsx';
import { FactRows } from './fact-rows.tsx';
import { GateRows } from './gate-rows.tsx';
import { LaterDialog } from './later-dialog.tsx';
import { noticeState } from './notice-words.ts';
import { usePaperFile } from './use-paper-file.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** One notice: where it stands, what is known, and the next step. */
export function NoticeScreen() {
  const { id = '' } = useParams();
  const notice = useRow(notices, id);
  return notice === null ? <NoticeLost /> : <KnownNotice key={id} notice={notice} />;
}

export function NoticeLost() {
  const { t } = useText();
  return (
    <Page title={t('notice.title')} back="/cards">
      <EmptyState
        title={t('notice.page.lost')}
        action={<ButtonLink href="/cards">{t('capture.lost.cards')}</ButtonLink>}
      >
        {t('notice.page.lostBody')}
      </EmptyState>
    </Page>
  );
}

function KnownNotice({ notice }: { notice: Notice }) {
  const { t } = useText();
  const [, navigate] = useLocation();
  const mustRenew = needsRenewal(notice, useRows(payeeAccounts));
  const state = noticeState(t, notice, mustRenew);
  const canPresent = mayBePresented(notice) && !mustRenew;
  const again = () => navigate(`/cards/${notice.cardId}/notices/new?replaces=${notice.id}`);
  return (
    <Page
      title={notice.data.debtor.legalName}
      back={`/cards/${notice.cardId}/notices`}
      state={<Pill tone={state.tone}>{state.words}</Pill>}
      bottom={
        (canPresent || mustRenew) && (
          <BottomBar>
            <Button look="primary" wide onPress={mustRenew ? again : () => navigate(`/notices/${notice.id}/present`)}>
              {t(
                mustRenew
                  ? 'notice.page.renew'
                  : notice.attempts > 0
                    ? 'notice.page.presentAgain'
                    : 'notice.page.present',
              )}
            </Button>
          </BottomBar>
        )
      }
    >
      <p className="font-mono text-2 break-all text-ink-2">{notice.number}</p>
      <Notes notice={notice} mustRenew={mustRenew} />
      <FactRows notice={notice} />
      <Attempts notice={notice} />
      <GateRows notice={notice} />
      <Actions notice={notice} />
    </Page>
  );
}

function Notes({ notice, mustRenew }: { notice: Notice; mustRenew: boolean }) {
  const { t } = useText();
  return (
    <>
      {mustRenew && (
        <Note tone="wait" title={t('notice.page.renewTitle')}>
          {t('notice.page.renewBody')}
        </Note>
      )}
      {notice.status === 'review' && (
        <Note tone="wait" title={t('notice.page.reviewTitle')}>
          {t('notice.page.reviewBody')}
        </Note>
      )}
      {notice.refusals >= 2 && notice.facts.acknowledged === undefined && (
        <Note tone="accent" title={t('notice.page.meetTitle', { count: notice.refusals })}>
          {t('notice.page.meetBody')}
        </Note>
      )}
    </>
  );
}

function Actions({ notice }: { notice: Notice }) {
  const { t } = useText();
  const [open, setOpen] = useState<'later' | 'withdraw' | null>(null);
  const paper = usePaperFile(notice);
  const close = () => setOpen(null);
  return (
    <>
      <RowList title={t('notice.page.actions')}>
        <LinkRow
          href={`/notices/${notice.id}/paper`}
          title={t('notice.page.read')}
          detail={t('notice.page.readDetail')}
        />
        <PressRow
          title={t('notice.page.keep')}
          detail={paper.failure ?? t('notice.page.keepDetail')}
          onPress={() => void paper.save()}
        />
        {notice.status !== 'withdrawn' && (
          <PressRow
            title={t('notice.page.later')}
            detail={t('notice.page.laterDetail')}
            onPress={() => setOpen('later')}
          />
        )}
        {notice.status === 'prepared' && notice.facts.noticeReceived === undefined && (
          <PressRow
            title={<span className="text-wrong">{t('notice.page.withdraw')}</span>}
            detail={t('notice.page.withdrawDetail')}
            onPress={() => setOpen('withdraw')}
          />
        )}
      </RowList>
      {open === 'later' && <LaterDialog notice={notice} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog notice={notice} onClose={close} />}
    </>
  );
}
