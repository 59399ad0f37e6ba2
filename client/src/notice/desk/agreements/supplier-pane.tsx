import type { Signatory, Supplier } from '@cession/shared/notice/agreement.ts';
import type { AgreementsView } from '@cession/shared/notice/agreement-procedures.ts';
import { useState } from 'react';
import { useMay } from '../../../people/desk/desk-actor.ts';
import { DeskHeading } from '../../../people/desk/desk-page.tsx';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useText } from '../../../text/use-text.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Row } from '../../../ui/link-row.tsx';
import { Note } from '../../../ui/note.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { Facts, Part } from './facts.tsx';
import { SupplierDialog } from './supplier-dialog.tsx';

/** The company as it stands on a notice, who signs for it, and what the factor holds of their signatures. */
export function SupplierPane({ view: { supplier, names } }: { view: AgreementsView }) {
  const { t } = useText();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const edit = may('supplier.save') && <Button onPress={() => setEditing(true)}>{t('agreement.edit')}</Button>;
  return (
    <>
      <DeskHeading pane title={supplier?.legalName ?? t('agreement.supplier')}>
        {edit}
      </DeskHeading>
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6 px-4 pb-12">
        <div className="desk:hidden">
          <ButtonLink look="plain" href="/desk/agreements">
            {t('agreement.back')}
          </ButtonLink>
        </div>
        <UnsentNotes />
        {supplier === null ? (
          <EmptyState title={t('agreement.supplierMissing')}>{t('agreement.supplierWhy')}</EmptyState>
        ) : (
          <SupplierParts supplier={supplier} names={names} />
        )}
      </div>
      {editing && <SupplierDialog supplier={supplier} onClose={() => setEditing(false)} />}
    </>
  );
}

function SupplierParts({ supplier, names }: { supplier: Supplier; names: AgreementsView['names'] }) {
  const { t, formatDate } = useText();
  const { specimenOnFile: specimen } = supplier;
  return (
    <>
      {specimen === null ? (
        <Note tone="wait" title={t('agreement.specimen.missing')}>
          <p>{t('agreement.specimen.why')}</p>
        </Note>
      ) : (
        <Note tone="proven" title={t('agreement.specimen.onFile')}>
          <p>{specimen.note}</p>
          <p className="text-1">
            {t('agreement.specimen.by', {
              name: names[specimen.by] ?? t('agreement.somebody'),
              date: formatDate(specimen.at),
            })}
          </p>
        </Note>
      )}
      <Part title={t('agreement.supplier')}>
        <Facts
          rows={[
            [t('agreement.law'), t(`card.jurisdiction.${supplier.jurisdiction}`)],
            [t('agreement.party.seat'), supplier.seat],
            ...supplier.numbers.map(
              ({ kind, value }) =>
                [
                  t(`agreement.numberKind.${kind}`),
                  <span key={kind} className="font-mono font-normal">
                    {value}
                  </span>,
                ] as const,
            ),
            [t('agreement.party.contactName'), supplier.contactName],
            [t('agreement.party.contactPhone'), supplier.contactPhone],
            [t('agreement.party.contactEmail'), supplier.contactEmail],
          ]}
        />
      </Part>
      <SignatoryRows signatories={supplier.signatories} />
    </>
  );
}

function SignatoryRows({ signatories }: { signatories: readonly Signatory[] }) {
  const { t } = useText();
  return (
    <Part title={t('agreement.signatoriesTitle')}>
      {signatories.length === 0 ? (
        <EmptyState title={t('agreement.signatoriesNone')} />
      ) : (
        <RowList>
          {signatories.map(({ name, title, authority, signingRule }) => (
            <Row
              key={`${name} ${authority}`}
              title={name}
              detail={[title, authority].filter(Boolean).join(' · ')}
              end={<Pill>{t(`agreement.signs.${signingRule}`)}</Pill>}
            />
          ))}
        </RowList>
      )}
    </Part>
  );
}
