import type { Agreement, Factor } from '@cession/shared/notice/agreement.ts';
import type { AgreementsView } from '@cession/shared/notice/agreement-procedures.ts';
import { useState } from 'react';
import { useMay } from '../../../people/desk/desk-actor.ts';
import { DeskHeading } from '../../../people/desk/desk-page.tsx';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkRow } from '../../../ui/link-row.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { AgreementDialog } from './agreement-dialog.tsx';
import { AgreementPill } from './agreement-pill.tsx';
import { FactorDialog } from './factor-dialog.tsx';

interface AgreementListProps {
  view: AgreementsView;
  openId: string | null;
}

type Writing = 'nothing' | 'agreement' | 'new-factor' | Factor;

/** The company itself, then each factor with what was agreed with it. */
export function AgreementList({ view, openId }: AgreementListProps) {
  const { t } = useText();
  const may = useMay();
  const [writing, setWriting] = useState<Writing>('nothing');
  const close = () => setWriting('nothing');
  const mayWrite = may('agreement.save');
  return (
    <section aria-label={t('agreement.title')}>
      <DeskHeading pane title={t('agreement.title')}>
        {mayWrite && view.factors.length > 0 && (
          <Button onPress={() => setWriting('agreement')}>{t('agreement.new')}</Button>
        )}
      </DeskHeading>
      <div className="grid gap-5 px-4 pb-10">
        <UnsentNotes />
        <SupplierRow view={view} open={openId === 'supplier'} />
        {view.factors.length === 0 && (
          <EmptyState title={t('agreement.empty')}>
            {t(mayWrite ? 'agreement.emptyWrite' : 'agreement.emptyRead')}
          </EmptyState>
        )}
        {view.factors.map((factor) => (
          <FactorAgreements
            key={factor.id}
            factor={factor}
            view={view}
            openId={openId}
            onEdit={mayWrite ? () => setWriting(factor) : null}
          />
        ))}
        {mayWrite && (
          <div>
            <Button onPress={() => setWriting('new-factor')}>{t('agreement.newFactor')}</Button>
          </div>
        )}
      </div>
      {writing === 'agreement' && <AgreementDialog agreement={null} factors={view.factors} onClose={close} />}
      {writing === 'new-factor' && <FactorDialog factor={null} onClose={close} />}
      {typeof writing === 'object' && <FactorDialog factor={writing} onClose={close} />}
    </section>
  );
}

function SupplierRow({ view: { supplier }, open }: { view: AgreementsView; open: boolean }) {
  const { t } = useText();
  const hasSpecimen = supplier !== null && supplier.specimenOnFile !== null;
  return (
    <RowList title={t('agreement.supplier')}>
      <LinkRow
        href="/desk/agreements/supplier"
        current={open}
        title={supplier?.legalName ?? t('agreement.supplierMissing')}
        detail={t('agreement.signatories', { count: supplier?.signatories.length ?? 0 })}
        end={
          hasSpecimen ? (
            <Pill tone="proven">{t('agreement.specimen.onFile')}</Pill>
          ) : (
            <Pill tone="wait">{t('agreement.specimen.missing')}</Pill>
          )
        }
      />
    </RowList>
  );
}

interface FactorAgreementsProps extends AgreementListProps {
  factor: Factor;
  onEdit: (() => void) | null;
}

function FactorAgreements({ factor, view, openId, onEdit }: FactorAgreementsProps) {
  const { t } = useText();
  const own = view.agreements.filter(({ factorId }) => factorId === factor.id);
  return (
    <div className="grid gap-1">
      {own.length === 0 ? (
        <EmptyState title={factor.legalName}>{t('agreement.noneYet')}</EmptyState>
      ) : (
        <RowList title={factor.legalName}>
          {own.map((agreement) => (
            <LinkRow
              key={agreement.id}
              href={`/desk/agreements/${agreement.id}`}
              current={openId === agreement.id}
              title={agreement.number}
              detail={<AgreementLine agreement={agreement} />}
              end={<AgreementPill agreement={agreement} accounts={view.accounts} />}
            />
          ))}
        </RowList>
      )}
      {onEdit !== null && (
        <div>
          <Button look="plain" onPress={onEdit}>
            {t('agreement.editFactor', { name: factor.legalName })}
          </Button>
        </div>
      )}
    </div>
  );
}

function AgreementLine({ agreement: { jurisdiction, currency, recourse } }: { agreement: Agreement }) {
  const { t } = useText();
  const parts = [
    t(`card.jurisdiction.${jurisdiction}`),
    currency,
    t(recourse ? 'agreement.recourse.with' : 'agreement.recourse.without'),
  ];
  return <>{parts.join(' · ')}</>;
}
