import type { Agreement, DebtorLimit } from '@cession/shared/notice/agreement.ts';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { ChooseDebtor } from './choose-debtor.tsx';
import { useLimitForm, type LimitOf } from './use-limit-form.ts';

interface LimitDialogProps {
  agreement: Agreement;
  /** null: a debtor is chosen first. */
  of: LimitOf | null;
  /** Every limit there is: a debtor has one per agreement. */
  limits: readonly DebtorLimit[];
  onClose: () => void;
}

const STATES = ['requested', 'granted', 'refused'] as const;

/** What the factor was asked for, and what it said. */
export function LimitDialog({ agreement, of, limits, onClose }: LimitDialogProps) {
  const { t } = useText();
  const formed = useLimitForm({ agreement, of, limits, onClose });
  const { form, formId, change, lacks } = formed;
  const wrong = (field: string) => (lacks.includes(field) ? t('agreement.fill') : undefined);
  return (
    <Dialog
      title={of === null ? t('agreement.limit.new') : t('agreement.limit.of', { name: of.name })}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={formed.busy} onPress={formed.save}>
            {t('agreement.save')}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
        </>
      }
    >
      <UnsentNotes />
      {of === null && (
        <ChooseDebtor
          id={`${formId}-debtor`}
          chosen={form.debtor}
          error={wrong('debtor')}
          onChoose={(debtor) => change({ debtor })}
        />
      )}
      <RadioGroup
        legend={t('agreement.limit.state')}
        value={form.status}
        choices={STATES.map((value) => ({ value, label: t(`agreement.limit.${value}`) }))}
        onChange={(status) => change({ status })}
      />
      {form.status !== 'refused' && (
        <Field
          id={`${formId}-amount`}
          label={t('agreement.limit.amount', { currency: agreement.currency })}
          error={lacks.includes('amount') ? t('agreement.limit.amountWrong') : undefined}
        >
          <NumberInput decimal value={form.amount} onChange={(amount) => change({ amount })} />
        </Field>
      )}
      {form.status !== 'requested' && (
        <Field id={`${formId}-decidedOn`} label={t('agreement.limit.decidedOn')} error={wrong('decidedOn')}>
          <DateInput value={form.decidedOn} onChange={(decidedOn) => change({ decidedOn })} />
        </Field>
      )}
      <Field label={t('agreement.limit.note')} optional>
        <TextInput value={form.note} onChange={(note) => change({ note: note.slice(0, 300) })} />
      </Field>
    </Dialog>
  );
}
