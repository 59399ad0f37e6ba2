import type { Agreement, PayeeAccount } from '@cession/shared/notice/agreement.ts';
import type { AgreementsView } from '@cession/shared/notice/agreement-procedures.ts';
import { accountInForce, openProposal } from '@cession/shared/notice/needs-renewal.ts';
import { useState } from 'react';
import { useMay } from '../../../people/desk/desk-actor.ts';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { AccountFacts } from './account-facts.tsx';
import { AccountHistory } from './account-history.tsx';
import { versionsOf } from './agreement-state.ts';
import { Part } from './facts.tsx';
import { ProposalPart } from './proposal-part.tsx';
import { ProposeDialog } from './propose-dialog.tsx';

/** The account debtors pay to: what waits, what is in force, and everything that ever was. */
export function AccountPart({ agreement, view }: { agreement: Agreement; view: AgreementsView }) {
  const { t } = useText();
  const may = useMay();
  const [proposing, setProposing] = useState(false);
  const versions = versionsOf(agreement, view.accounts);
  const inForce = accountInForce(agreement, versions);
  const proposal = openProposal(agreement, versions);
  const mayPropose = may('payee-account.propose') && agreement.status === 'open';
  return (
    <>
      {proposal !== null && (
        <ProposalPart
          key={proposal.id}
          agreement={agreement}
          proposal={proposal}
          inForce={inForce}
          names={view.names}
        />
      )}
      <Part
        title={t('agreement.account')}
        action={mayPropose && <Button onPress={() => setProposing(true)}>{t('agreement.account.propose')}</Button>}
      >
        {inForce === null ? (
          <EmptyState title={t('agreement.account.none')}>{t('agreement.account.noneBody')}</EmptyState>
        ) : (
          <InForce account={inForce} names={view.names} />
        )}
      </Part>
      {versions.length > 0 && <AccountHistory versions={versions} names={view.names} />}
      {proposing && (
        <ProposeDialog
          agreement={agreement}
          newest={versions[0] ?? null}
          inForce={inForce}
          onClose={() => setProposing(false)}
        />
      )}
    </>
  );
}

function InForce({ account, names }: { account: PayeeAccount; names: AgreementsView['names'] }) {
  const { t, formatDate } = useText();
  const by = {
    proposer: names[account.proposedBy] ?? '',
    releaser: names[account.decidedBy ?? ''] ?? '',
    date: formatDate(account.decidedAt ?? account.proposedAt),
  };
  return (
    <div className="grid gap-2">
      <AccountFacts account={account} before={null} />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-1 text-ink-2">
        <Pill tone="proven">{t('agreement.account.version', { version: account.version })}</Pill>
        {t('agreement.account.byTwo', by)}
      </p>
    </div>
  );
}
