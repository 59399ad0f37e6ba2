import type { Card } from '@cession/shared/card/card.ts';
import { Plus, X } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { PartProps } from './agreement-part.tsx';
import { emptyInvoice, type InvoiceTyped, type NoticeWorld } from './notice-form.ts';

interface ClaimsPartProps extends PartProps {
  readonly card: Card;
  readonly world: NoticeWorld;
  readonly missing: readonly string[];
}

const NEEDS = {
  contractNumber: 'notice.new.needContractNumber',
  contractDate: 'notice.new.needContractDate',
  effectiveOn: 'notice.new.needEffectiveOn',
  place: 'notice.new.needPlace',
} as const;

/** Which claims: the whole contract, or a list of invoices. */
export function ClaimsPart({ card, world, form, missing, change }: ClaimsPartProps) {
  const { t } = useText();
  const errorOf = (id: keyof typeof NEEDS) => (missing.includes(id) ? t(NEEDS[id]) : undefined);
  const currency = world.agreements.find(({ id }) => id === form.agreementId)?.currency ?? '';
  const put = (index: number, part: Partial<InvoiceTyped>) =>
    change({ rows: form.rows.map((row, at) => (at === index ? { ...row, ...part } : row)) });
  const remove = (index: number) => {
    const before = form.rows;
    change({ rows: before.filter((_row, at) => at !== index) });
    showToast(t('notice.new.invoiceRemoved'), () => change({ rows: before }));
  };
  return (
    <>
      <fieldset className="grid gap-3">
        <legend className="mb-1.5 text-3 font-semibold">{t('notice.new.contract')}</legend>
        <Field id="contractNumber" label={t('notice.new.contractNumber')} error={errorOf('contractNumber')}>
          <TextInput value={form.contractNumber} onChange={(contractNumber) => change({ contractNumber })} />
        </Field>
        <Field id="contractDate" label={t('notice.new.contractDate')} error={errorOf('contractDate')}>
          <DateInput value={form.contractDate} onChange={(contractDate) => change({ contractDate })} />
        </Field>
        {card.jurisdiction === 'EU' && (
          <Field label={t('notice.new.governingLaw')} optional>
            <TextInput value={form.governingLaw} onChange={(governingLaw) => change({ governingLaw })} />
          </Field>
        )}
      </fieldset>
      <RadioGroup<'contract' | 'list'>
        legend={t('notice.new.scope')}
        value={form.scope}
        choices={[
          { value: 'contract', label: t('notice.new.scope.contract') },
          { value: 'list', label: t('notice.new.scope.list') },
        ]}
        onChange={(scope) => change({ scope })}
      />
      {form.scope === 'list' && (
        <div className="grid gap-4">
          {form.rows.map((row, index) => (
            <Invoice
              // Rows have no name of their own; they are only added at the end.
              key={index}
              row={row}
              index={index}
              currency={currency}
              missing={missing}
              onChange={(part) => put(index, part)}
              onRemove={form.rows.length > 1 ? () => remove(index) : null}
            />
          ))}
          {form.rows.length < 200 && (
            <div>
              <Button
                icon={<Plus aria-hidden size={18} />}
                onPress={() => change({ rows: [...form.rows, emptyInvoice] })}
              >
                {t('notice.new.addInvoice')}
              </Button>
            </div>
          )}
        </div>
      )}
      <Field id="effectiveOn" label={t('notice.new.effectiveOn')} error={errorOf('effectiveOn')}>
        <DateInput value={form.effectiveOn} onChange={(effectiveOn) => change({ effectiveOn })} />
      </Field>
      <Field id="place" label={t('notice.new.place')} error={errorOf('place')}>
        <TextInput value={form.place} onChange={(place) => change({ place })} />
      </Field>
    </>
  );
}

interface InvoiceProps {
  readonly row: InvoiceTyped;
  readonly index: number;
  readonly currency: string;
  readonly missing: readonly string[];
  readonly onChange: (part: Partial<InvoiceTyped>) => void;
  readonly onRemove: (() => void) | null;
}

function Invoice({ row, index, currency, missing, onChange, onRemove }: InvoiceProps) {
  const { t } = useText();
  const id = (part: keyof InvoiceTyped) => `row-${index}-${part}`;
  const error = (part: keyof InvoiceTyped, words: string) => (missing.includes(id(part)) ? words : undefined);
  const number = index + 1;
  return (
    <fieldset className="grid gap-3 rounded-3 border border-line bg-sheet p-4">
      <legend className="sr-only">{t('notice.new.invoice', { number })}</legend>
      <div className="flex items-center justify-between">
        <span aria-hidden className="font-semibold">
          {t('notice.new.invoice', { number })}
        </span>
        {onRemove !== null && (
          <IconButton label={t('notice.new.removeInvoice', { number })} onPress={onRemove}>
            <X aria-hidden size={20} />
          </IconButton>
        )}
      </div>
      <Field
        id={id('invoiceNumber')}
        label={t('notice.new.invoiceNumber')}
        error={error('invoiceNumber', t('notice.new.needInvoiceNumber'))}
      >
        <TextInput code value={row.invoiceNumber} onChange={(invoiceNumber) => onChange({ invoiceNumber })} />
      </Field>
      <Field
        id={id('amount')}
        label={t('notice.new.amount', { currency })}
        error={error('amount', t('notice.new.needAmount'))}
      >
        <NumberInput decimal value={row.amount} onChange={(amount) => onChange({ amount })} />
      </Field>
      <Field
        id={id('issuedOn')}
        label={t('notice.new.issuedOn')}
        error={error('issuedOn', t('notice.new.needIssuedOn'))}
      >
        <DateInput value={row.issuedOn} onChange={(issuedOn) => onChange({ issuedOn })} />
      </Field>
      <Field id={id('dueOn')} label={t('notice.new.dueOn')} error={error('dueOn', t('notice.new.needDue'))}>
        <DateInput value={row.dueOn} onChange={(dueOn) => onChange({ dueOn })} />
      </Field>
      <Field label={t('notice.new.waybill')} optional>
        <TextInput code value={row.waybillNumber} onChange={(waybillNumber) => onChange({ waybillNumber })} />
      </Field>
    </fieldset>
  );
}
