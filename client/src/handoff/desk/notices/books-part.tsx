import type { NoticeQueueView } from '@cession/shared/handoff/notice-queue-procedures.ts';
import { accountLines } from '@cession/shared/notice/account-numbers.ts';
import type { NoticeData } from '@cession/shared/notice/notice-data.ts';
import type { ReactNode } from 'react';
import { Facts, Part } from '../../../notice/desk/agreements/facts.tsx';
import { useText } from '../../../text/use-text.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Note } from '../../../ui/note.tsx';

/** What accounting keys: the account old and new, then who, what and since when. */
export function BooksPart({ view }: { view: NoticeQueueView }) {
  const { t } = useText();
  return (
    <Part title={t('noticeQueue.enter')}>
      <Accounts data={view.data} stale={view.accountInForce === false} />
      <Facts rows={useBookRows(view)} />
    </Part>
  );
}

function Accounts({ data, stale }: { data: NoticeData; stale: boolean }) {
  const { t } = useText();
  const { payee, accountBefore } = data;
  if (payee === null) return <Note tone="accent" title={t('noticeQueue.accountNone')} />;
  return (
    <div className={`grid gap-3 ${accountBefore === null ? '' : 'wide:grid-cols-2'}`}>
      {accountBefore !== null && (
        <Account title={t('noticeQueue.accountOld')} quiet>
          <Lines account={accountBefore} struck />
        </Account>
      )}
      <Account title={t(stale ? 'noticeQueue.accountStale' : 'noticeQueue.accountNew')} quiet={stale}>
        <Lines account={payee} struck={stale} copied={!stale} />
        <p className="text-1 text-ink-2">
          {[payee.bankName, payee.currency, t('noticeQueue.accountVersion', { version: payee.version })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {accountBefore === null && <p className="text-1 text-ink-2">{t('noticeQueue.accountOldUnknown')}</p>}
      </Account>
    </div>
  );
}

function Account({ title, quiet, children }: { title: string; quiet: boolean; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className={`grid min-w-0 content-start gap-1 rounded-3 border bg-sheet p-4 ${quiet ? 'border-line' : 'border-proven'}`}
    >
      <h3 className={`text-1 font-semibold ${quiet ? 'text-ink-3' : 'text-proven'}`}>{title}</h3>
      {children}
    </section>
  );
}

interface LinesProps {
  account: Pick<NonNullable<NoticeData['payee']>, 'holderName' | 'numbers'>;
  struck?: boolean;
  copied?: boolean;
}

function Lines({ account, struck = false, copied = false }: LinesProps) {
  const { t } = useText();
  const look = struck ? 'text-ink-3 line-through' : '';
  return (
    <>
      <p className={`font-semibold ${look}`}>{account.holderName}</p>
      {accountLines(account.numbers).map(({ part, text }) => (
        <div key={part}>
          {/* As high with a button as without: old and new stand beside each other. */}
          <p className="flex min-h-target items-center justify-between gap-x-3 text-1 text-ink-3">
            {t(`agreement.account.${part}`)}
            {copied && <CopyButton value={text.replaceAll(' ', '')} what={t(`agreement.account.${part}`)} />}
          </p>
          <p className={`font-mono tracking-[0.03em] [overflow-wrap:anywhere] ${look}`}>{text}</p>
        </div>
      ))}
    </>
  );
}

/** No number is broken in two: they are compared. */
function Debtor({ debtor: { legalName, numbers } }: { debtor: NoticeData['debtor'] }) {
  return (
    <>
      {legalName}
      {numbers.map(({ value }) => (
        <span key={value}>
          {' · '}
          <span className="inline-block max-w-full">{value}</span>
        </span>
      ))}
    </>
  );
}

function useBookRows({ data, facts, signerNames, row }: NoticeQueueView) {
  const { t, formatDate, formatTime } = useText();
  const moment = (at: string | undefined) => (at === undefined ? null : `${formatDate(at)} ${formatTime(at)}`);
  const numbered = ({ number, signedOn }: NoticeData['supplyContract']) =>
    t('noticeQueue.numberOf', { number, date: formatDate(signedOn) });
  const objections = facts.objectionsStated;
  const signed = row.outcome === 'acknowledged' || row.outcome === 'with-exceptions';
  return [
    [t('noticeQueue.debtor'), <Debtor key="debtor" debtor={data.debtor} />],
    [t('noticeQueue.factor'), data.factor.legalName],
    [t('noticeQueue.agreement'), numbered(data.agreement)],
    [t('noticeQueue.contract'), numbered(data.supplyContract)],
    [
      t('noticeQueue.scope'),
      data.scope.kind === 'contract'
        ? t('noticeQueue.scope.contract')
        : t('noticeQueue.scope.list', { count: data.scope.rows.length }),
    ],
    [t('noticeQueue.from'), formatDate(data.effectiveOn)],
    [t('noticeQueue.received'), moment(facts.noticeReceived?.at)],
    [t('noticeQueue.instruction'), moment(facts.instructionReceived?.at)],
    [t('noticeQueue.signed'), signed ? signerNames.join(', ') : null],
    [
      t('noticeQueue.objections'),
      objections === undefined ? null : objections.note === '' ? t('noticeQueue.objectionsNone') : objections.note,
    ],
  ] as const;
}
