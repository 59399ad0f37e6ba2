import { cards, type Card } from '@cession/shared/card/card.ts';
import { payeeAccounts } from '@cession/shared/notice/agreement.ts';
import { needsRenewal } from '@cession/shared/notice/needs-renewal.ts';
import { notices, type Notice } from '@cession/shared/notice/notice.ts';
import { useMemo } from 'react';
import { useLocation, useParams } from 'wouter';
import { CardLost } from '../../card/card-lost.tsx';
import { useRow, useRows } from '../../sync/live.ts';
import { useText } from '../../text/use-text.ts';
import { BottomBar } from '../../ui/bottom-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkRow } from '../../ui/link-row.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Pill } from '../../ui/pill.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { openAgreements } from '../prepare/notice-form.ts';
import { useNoticeWorld } from '../prepare/use-prepare.ts';
import { noticeState } from './notice-words.ts';

/** The notices of one customer. */
export function NoticesScreen() {
  const { id = '' } = useParams();
  const card = useRow(cards, id);
  return card === null ? <CardLost /> : <NoticesOf card={card} />;
}

function NoticesOf({ card }: { card: Card }) {
  const { t } = useText();
  const [, navigate] = useLocation();
  const own = useNoticesOf(card.id);
  const world = useNoticeWorld();
  const lacks = world === null ? 'noSupplier' : openAgreements(card, world).length === 0 ? 'noAgreement' : null;
  return (
    <Page
      title={t('notice.list.title')}
      back={`/cards/${card.id}`}
      bottom={
        lacks === null && (
          <BottomBar>
            <Button look="primary" wide onPress={() => navigate(`/cards/${card.id}/notices/new`)}>
              {t('notice.list.prepare')}
            </Button>
          </BottomBar>
        )
      }
    >
      {lacks !== null && (
        <Note tone="wait" title={t(`notice.list.${lacks}`)}>
          {t(`notice.list.${lacks}Body`)}
        </Note>
      )}
      {own.length === 0 ? (
        <EmptyState title={t('notice.list.empty')}>{t('notice.list.emptyBody')}</EmptyState>
      ) : (
        <RowList>
          {own.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
        </RowList>
      )}
    </Page>
  );
}

function NoticeRow({ notice }: { notice: Notice }) {
  const { t, formatDate } = useText();
  const accounts = useRows(payeeAccounts);
  const { words, tone } = noticeState(t, notice, needsRenewal(notice, accounts));
  const outcome = notice.outcome === null ? null : t(`notice.outcome.${notice.outcome}`);
  return (
    <LinkRow
      href={`/notices/${notice.id}`}
      title={<span className="font-mono text-2 break-all">{notice.number}</span>}
      detail={[notice.data.factor.legalName, formatDate(notice.preparedAt), outcome].filter(Boolean).join(' · ')}
      end={<Pill tone={tone}>{words}</Pill>}
    />
  );
}

/** Newest first; by the order they were made on, which device clocks only roughly know. */
export function useNoticesOf(cardId: string): readonly Notice[] {
  const all = useRows(notices);
  return useMemo(
    () => all.filter((notice) => notice.cardId === cardId).toSorted((a, b) => (a.id < b.id ? 1 : -1)),
    [all, cardId],
  );
}
