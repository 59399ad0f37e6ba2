import { releasePayeeAccount } from '@cession/shared/notice/payee-account.ts';
import type { Agreement, PayeeAccount } from '@cession/shared/notice/agreement.ts';
import type { AgreementsView } from '@cession/shared/notice/agreement-procedures.ts';
import { useId, useState } from 'react';
import { useDeskActor, useMay } from '../../../people/desk/desk-actor.ts';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { BlockedButton, Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Note } from '../../../ui/note.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { AccountFacts } from './account-facts.tsx';
import { RejectDialog } from './reject-dialog.tsx';

interface ProposalPartProps {
  agreement: Agreement;
  proposal: PayeeAccount;
  inForce: PayeeAccount | null;
  names: AgreementsView['names'];
}

/** What waits for its second person: old and new side by side, every digit, and what to compare them with. */
export function ProposalPart({ agreement, proposal, inForce, names }: ProposalPartProps) {
  const { t, formatDate, formatTime } = useText();
  const titleId = useId();
  const who = {
    name: names[proposal.proposedBy] ?? t('agreement.somebody'),
    when: `${formatDate(proposal.proposedAt)} ${formatTime(proposal.proposedAt)}`,
  };
  return (
    <section aria-labelledby={titleId} className="grid gap-3 rounded-3 border-2 border-wait bg-sheet p-4">
      <div>
        <h2 id={titleId} className="text-3 font-semibold">
          {t('agreement.proposal.title')}
        </h2>
        <p className="text-ink-2 first-letter:uppercase">{t('agreement.account.proposedBy', who)}</p>
        <p>{t('agreement.account.because', { because: proposal.because })}</p>
      </div>
      <div className={inForce === null ? 'grid gap-3' : 'grid gap-3 desk:grid-cols-2'}>
        {inForce !== null && (
          <div className="grid content-start gap-1">
            <h3 className="font-semibold text-ink-2">{t('agreement.proposal.now')}</h3>
            <AccountFacts account={inForce} beside before={null} />
          </div>
        )}
        <div className="grid content-start gap-1">
          <h3 className="font-semibold">{t('agreement.proposal.new')}</h3>
          <AccountFacts account={proposal} beside={inForce !== null} before={inForce} />
        </div>
      </div>
      <Decide agreement={agreement} proposal={proposal} />
    </section>
  );
}

/** Only a chief accountant who did not propose it decides; everybody else reads who does. */
function Decide({ agreement, proposal }: Pick<ProposalPartProps, 'agreement' | 'proposal'>) {
  const { t } = useText();
  const may = useMay();
  const { userId } = useDeskActor();
  const { perform, busy } = useDeskPerform();
  const [compared, setCompared] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const boxId = useId();
  if (!may('payee-account.release')) return <Note tone="wait" title={t('agreement.proposal.waits')} />;
  if (proposal.proposedBy === userId) return <Note tone="wait" title={t('agreement.proposal.own')} />;
  const release = () =>
    perform(
      releasePayeeAccount,
      { accountId: proposal.id, agreementId: agreement.id, replaces: agreement.accountId },
      {
        words: t('agreement.do.release', { number: agreement.number }),
        done: () => showToast(t('agreement.done.release', { number: agreement.number })),
      },
    );
  return (
    <div className="grid gap-2">
      {agreement.accountId !== null && <p className="text-ink-2">{t('agreement.proposal.consequence')}</p>}
      <Checkbox id={boxId} label={t('agreement.proposal.compared')} checked={compared} onChange={setCompared} />
      <div className="grid gap-2 wide:grid-cols-[minmax(0,1fr)_auto]">
        {compared ? (
          <Button look="primary" wide busy={busy !== null} onPress={release}>
            {t('agreement.proposal.release')}
          </Button>
        ) : (
          <BlockedButton
            action={t('agreement.proposal.release')}
            reason={t('agreement.proposal.compareFirst')}
            onPress={() => document.getElementById(boxId)?.focus()}
          />
        )}
        <Button look="danger" onPress={() => setRejecting(true)}>
          {t('agreement.proposal.reject')}
        </Button>
      </div>
      {rejecting && <RejectDialog agreement={agreement} proposal={proposal} onClose={() => setRejecting(false)} />}
    </div>
  );
}
