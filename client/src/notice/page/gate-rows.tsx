import { agreements, debtorLimits, payeeAccounts, suppliers } from '@cession/shared/notice/agreement.ts';
import { ceremonies } from '@cession/shared/notice/ceremony.ts';
import { noticeGate, type NoticeGateLine } from '@cession/shared/notice/notice-gate.ts';
import type { Notice } from '@cession/shared/notice/notice.ts';
import { useSession } from '../../people/session.tsx';
import { useRow, useRows } from '../../sync/live.ts';
import { useText } from '../../text/use-text.ts';
import { Pill } from '../../ui/pill.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { LawQuote } from '../law-quote.tsx';

/** What must be there before invoices are funded on it, and who asks for it. */
export function GateRows({ notice }: { notice: Notice }) {
  const { t } = useText();
  const lines = useNoticeGate(notice);
  if (notice.activatedAt !== null || notice.status === 'withdrawn' || notice.replacedBy !== null) return null;
  return (
    <RowList title={t('notice.page.gate')}>
      {lines.map(({ key, met, source }) => (
        <li key={key} className="flex min-h-target flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-3">
          <span className="min-w-0 flex-[1_1_9rem]">
            <span className="block font-semibold">{t(`notice.gate.${key}`)}</span>
            <span className="block text-1 text-ink-2">{t(`notice.gate.by.${source.by}`)}</span>
          </span>
          <span className="ms-auto">
            <Pill tone={met ? 'proven' : 'wait'}>{t(met ? 'notice.gate.met' : 'notice.gate.open')}</Pill>
          </span>
          {source.article !== null && (
            <div className="-mt-1.5 w-full">
              <LawQuote article={source.article} />
            </div>
          )}
        </li>
      ))}
    </RowList>
  );
}

export function useNoticeGate(notice: Notice): readonly NoticeGateLine[] {
  const { profile } = useSession();
  const limits = useRows(debtorLimits);
  return noticeGate({
    notice,
    supplier: useRow(suppliers, profile.companyId),
    agreement: useRow(agreements, notice.agreementId),
    account: useRow(payeeAccounts, notice.accountId ?? ''),
    limit:
      limits.find(({ agreementId, cardId }) => agreementId === notice.agreementId && cardId === notice.cardId) ?? null,
    ceremony: useRow(ceremonies, notice.ceremonyId ?? ''),
  });
}
