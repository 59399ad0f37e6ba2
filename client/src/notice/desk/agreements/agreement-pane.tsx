import type { Agreement } from '@cession/shared/notice/agreement.ts';
import type { AgreementsView } from '@cession/shared/notice/agreement-procedures.ts';
import { useState } from 'react';
import { useMay } from '../../../people/desk/desk-actor.ts';
import { DeskHeading } from '../../../people/desk/desk-page.tsx';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useText } from '../../../text/use-text.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Note } from '../../../ui/note.tsx';
import { AccountPart } from './account-part.tsx';
import { AgreementDialog } from './agreement-dialog.tsx';
import { AgreementPill } from './agreement-pill.tsx';
import { agreementNeeds } from './agreement-state.ts';
import { Facts, Part } from './facts.tsx';
import { LimitsPart } from './limits-part.tsx';

/** One agreement: what was agreed, the account by two people, the limits of its debtors. */
export function AgreementPane({ agreement, view }: { agreement: Agreement; view: AgreementsView }) {
  const { t } = useText();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const factor = view.factors.find(({ id }) => id === agreement.factorId);
  return (
    <>
      <DeskHeading pane title={agreement.number}>
        <AgreementPill agreement={agreement} accounts={view.accounts} />
      </DeskHeading>
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6 px-4 pb-12">
        <div className="desk:hidden">
          <ButtonLink look="plain" href="/desk/agreements">
            {t('agreement.back')}
          </ButtonLink>
        </div>
        <UnsentNotes />
        {agreementNeeds(agreement, view.accounts).includes('register-entry') && (
          <Note tone="wait" title={t('agreement.need.register-entry')}>
            <p>{t('agreement.registerWhy')}</p>
          </Note>
        )}
        <AccountPart agreement={agreement} view={view} />
        <Part
          title={t('agreement.agreed')}
          action={may('agreement.save') && <Button onPress={() => setEditing(true)}>{t('agreement.edit')}</Button>}
        >
          <AgreementFacts agreement={agreement} factorName={factor?.legalName ?? ''} />
        </Part>
        <LimitsPart agreement={agreement} view={view} />
      </div>
      {editing && <AgreementDialog agreement={agreement} factors={view.factors} onClose={() => setEditing(false)} />}
    </>
  );
}

function AgreementFacts({ agreement, factorName }: { agreement: Agreement; factorName: string }) {
  const { t, formatDate } = useText();
  const { registerEntry: entry, threeParty } = agreement;
  const numbered = (number: string, on: string) => t('agreement.numberOf', { number, date: formatDate(on) });
  return (
    <Facts
      rows={[
        [t('agreement.factor'), factorName],
        [t('agreement.number'), numbered(agreement.number, agreement.signedOn)],
        [t('agreement.law'), t(`card.jurisdiction.${agreement.jurisdiction}`)],
        [t('agreement.recourse'), t(agreement.recourse ? 'agreement.recourse.with' : 'agreement.recourse.without')],
        [t('agreement.currency'), agreement.currency],
        [
          t(agreement.jurisdiction === 'US' ? 'agreement.uccEntry' : 'agreement.registerEntry'),
          entry === null ? null : numbered(entry.number, entry.enteredOn),
        ],
        [t('agreement.threeParty'), threeParty === null ? null : numbered(threeParty.number, threeParty.signedOn)],
      ]}
    />
  );
}
