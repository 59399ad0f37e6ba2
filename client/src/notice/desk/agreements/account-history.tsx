import type { PayeeAccount } from '@cession/shared/notice/agreement.ts';
import type { AgreementsView } from '@cession/shared/notice/agreement-procedures.ts';
import { lastFour } from '@cession/shared/notice/account-numbers.ts';
import { useText } from '../../../text/use-text.ts';
import { Pill, type Tone } from '../../../ui/pill.tsx';
import { AccountFacts } from './account-facts.tsx';
import { changedFrom } from './agreement-state.ts';
import { Part } from './facts.tsx';

type Status = PayeeAccount['status'];

const tones: Record<Status, Tone> = { proposed: 'wait', released: 'proven', superseded: 'neutral', rejected: 'wrong' };

interface AccountHistoryProps {
  /** The newest first. */
  versions: readonly PayeeAccount[];
  names: AgreementsView['names'];
}

/** Every version there ever was: who wanted it and why, who decided, what changed. */
export function AccountHistory({ versions, names }: AccountHistoryProps) {
  const { t } = useText();
  return (
    <Part title={t('agreement.history')}>
      <ul className="divide-y divide-line overflow-hidden rounded-3 border border-line bg-sheet">
        {versions.map((account) => (
          <li key={account.id}>
            <Version account={account} before={changedFrom(account, versions)} names={names} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface VersionProps {
  account: PayeeAccount;
  before: PayeeAccount | null;
  names: AgreementsView['names'];
}

function Version({ account, before, names }: VersionProps) {
  const { t } = useText();
  return (
    <details>
      <summary className="flex min-h-target cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 -outline-offset-2 hover:bg-accent-soft/60">
        <span className="min-w-0 flex-[1_1_14rem]">
          <span className="block font-semibold">
            {t('agreement.account.version', { version: account.version })}{' '}
            <span className="font-mono font-normal">…{lastFour(account.numbers)}</span>
          </span>
          <span className="block text-1 text-ink-2 first-letter:uppercase">
            <WhoAndWhen account={account} names={names} />
          </span>
        </span>
        <Pill tone={tones[account.status]}>{t(`agreement.account.status.${account.status}`)}</Pill>
      </summary>
      <div className="grid gap-3 px-4 pb-4">
        <p>{t('agreement.account.because', { because: account.because })}</p>
        {account.rejectedBecause !== null && (
          <p className="text-wrong">{t('agreement.account.rejectedBecause', { because: account.rejectedBecause })}</p>
        )}
        <div className={before === null ? 'grid gap-3' : 'grid gap-3 desk:grid-cols-2'}>
          {before !== null && (
            <div className="grid content-start gap-1">
              <h3 className="text-1 font-semibold text-ink-3">
                {t('agreement.account.version', { version: before.version })}
              </h3>
              <AccountFacts account={before} beside before={null} />
            </div>
          )}
          <div className="grid content-start gap-1">
            <h3 className="text-1 font-semibold text-ink-3">
              {t('agreement.account.version', { version: account.version })}
            </h3>
            <AccountFacts account={account} beside={before !== null} before={before} />
          </div>
        </div>
      </div>
    </details>
  );
}

function WhoAndWhen({ account, names }: Omit<VersionProps, 'before'>) {
  const { t, formatDate, formatTime } = useText();
  const nameOf = (id: string | null) => (id === null ? '' : (names[id] ?? t('agreement.somebody')));
  const when = (at: string) => `${formatDate(at)} ${formatTime(at)}`;
  const proposed = t('agreement.account.proposedBy', {
    name: nameOf(account.proposedBy),
    when: when(account.proposedAt),
  });
  if (account.decidedAt === null) return <>{proposed}</>;
  const decision = { name: nameOf(account.decidedBy), when: when(account.decidedAt) };
  return (
    <>
      {proposed} · {t(decisionWords(account), decision)}
    </>
  );
}

function decisionWords({ status, rejectedBecause }: PayeeAccount) {
  if (status !== 'rejected') return 'agreement.account.releasedBy';
  // A proposal without a reason was set aside by the next one.
  return rejectedBecause === null ? 'agreement.account.replacedBy' : 'agreement.account.rejectedBy';
}
