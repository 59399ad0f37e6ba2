import { JURISDICTIONS, type Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import type { Factor } from '@cession/shared/notice/agreement.ts';
import { useText } from '../../../text/use-text.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { NumbersEditor, type NumberForm } from './numbers-editor.tsx';

export type PartyForm = Omit<Factor, 'id' | 'jurisdiction' | 'numbers'> & {
  readonly jurisdiction: Jurisdiction | '';
  readonly numbers: readonly NumberForm[];
};

export const EMPTY_PARTY: PartyForm = {
  ...{ legalName: '', jurisdiction: '', numbers: [], seat: '' },
  ...{ contactName: '', contactPhone: '', contactEmail: '' },
};

interface PartyFieldsProps {
  formId: string;
  form: PartyForm;
  /** Fields that do not do yet. */
  lacks: readonly string[];
  onChange: (part: Partial<PartyForm>) => void;
}

const LINES = ['contactName', 'contactPhone', 'contactEmail'] as const;

/** The fields of a party from top to bottom. */
export const PARTY_ASKED = [
  'legalName',
  'jurisdiction',
  'seat',
  'numbers',
  'contactName',
  'contactPhone',
  'contactEmail',
];

/** Who a party is and how to reach it: the same for the factor and for the company itself. */
export function PartyFields({ formId, form, lacks, onChange }: PartyFieldsProps) {
  const { t } = useText();
  const wrong = (field: string) => (lacks.includes(field) ? t('agreement.fill') : undefined);
  return (
    <>
      <Field id={`${formId}-legalName`} label={t('agreement.party.legalName')} error={wrong('legalName')}>
        <TextInput value={form.legalName} onChange={(legalName) => onChange({ legalName })} autoComplete="off" />
      </Field>
      <Field id={`${formId}-jurisdiction`} label={t('agreement.law')} error={wrong('jurisdiction')}>
        <Select
          value={form.jurisdiction}
          choices={JURISDICTIONS.map((value) => ({ value, label: t(`card.jurisdiction.${value}`) }))}
          onChange={(jurisdiction) => onChange({ jurisdiction })}
        />
      </Field>
      <Field id={`${formId}-seat`} label={t('agreement.party.seat')} error={wrong('seat')}>
        <TextInput value={form.seat} onChange={(seat) => onChange({ seat })} autoComplete="off" />
      </Field>
      <NumbersEditor
        id={`${formId}-numbers`}
        numbers={form.numbers}
        error={wrong('numbers')}
        onChange={(numbers) => onChange({ numbers })}
      />
      {LINES.map((name) => (
        <Field key={name} id={`${formId}-${name}`} label={t(`agreement.party.${name}`)} error={wrong(name)}>
          <TextInput value={form[name]} onChange={(value) => onChange({ [name]: value })} autoComplete="off" />
        </Field>
      ))}
    </>
  );
}
