import { JURISDICTIONS } from '@cession/shared/card/jurisdiction.ts';
import type { Agreement, Factor } from '@cession/shared/notice/agreement.ts';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { useAgreementForm, type AgreementForm } from './use-agreement-form.ts';

interface AgreementDialogProps {
  /** null writes down a new one. */
  agreement: Agreement | null;
  factors: readonly Factor[];
  onClose: () => void;
}

type Formed = ReturnType<typeof useAgreementForm>;

/** What was agreed. The account is not in here: it has two people of its own. */
export function AgreementDialog({ agreement, factors, onClose }: AgreementDialogProps) {
  const { t } = useText();
  const formed = useAgreementForm(agreement, onClose);
  return (
    <Dialog
      title={agreement === null ? t('agreement.new') : agreement.number}
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
      {formed.isFixed ? (
        <p className="text-ink-2">{t('agreement.fixed')}</p>
      ) : (
        <Terms formed={formed} factors={factors} />
      )}
      <Numbers formed={formed} />
      <RadioGroup
        legend={t('agreement.recourse')}
        value={formed.form.recourse ? 'with' : 'without'}
        choices={(['with', 'without'] as const).map((value) => ({ value, label: t(`agreement.recourse.${value}`) }))}
        onChange={(value) => formed.change({ recourse: value === 'with' })}
      />
      <Entries formed={formed} />
      {agreement !== null && (
        <Checkbox
          label={t('agreement.end')}
          hint={t('agreement.endHint')}
          checked={formed.form.status === 'ended'}
          onChange={(ended) => formed.change({ status: ended ? 'ended' : 'open' })}
        />
      )}
    </Dialog>
  );
}

/** Fixed once an account was released. */
function Terms({ formed: { form, formId, change, wrong }, factors }: { formed: Formed; factors: readonly Factor[] }) {
  const { t } = useText();
  return (
    <>
      <Field id={`${formId}-factorId`} label={t('agreement.factor')} error={wrong('factorId')}>
        <Select
          value={form.factorId}
          choices={factors.map(({ id, legalName }) => ({ value: id, label: legalName }))}
          onChange={(factorId) => change({ factorId })}
        />
      </Field>
      <Field
        id={`${formId}-jurisdiction`}
        label={t('agreement.law')}
        hint={t('agreement.lawHint')}
        error={wrong('jurisdiction')}
      >
        <Select
          value={form.jurisdiction}
          choices={JURISDICTIONS.map((value) => ({ value, label: t(`card.jurisdiction.${value}`) }))}
          onChange={(jurisdiction) => change({ jurisdiction })}
        />
      </Field>
      <Field id={`${formId}-currency`} label={t('agreement.currency')} error={wrong('currency')}>
        <TextInput code value={form.currency} onChange={(currency) => change({ currency: currency.toUpperCase() })} />
      </Field>
    </>
  );
}

function Numbers({ formed: { form, formId, change, wrong } }: { formed: Formed }) {
  const { t } = useText();
  return (
    <div className="grid gap-4 wide:grid-cols-2">
      <Field id={`${formId}-number`} label={t('agreement.number')} error={wrong('number')}>
        <TextInput code value={form.number} onChange={(number) => change({ number })} />
      </Field>
      <Field id={`${formId}-signedOn`} label={t('agreement.signedOn')} error={wrong('signedOn')}>
        <DateInput value={form.signedOn} onChange={(signedOn) => change({ signedOn })} />
      </Field>
    </div>
  );
}

/** The register entry where the law has one, the three-party agreement where the platform wants one. */
function Entries({ formed }: { formed: Formed }) {
  const { t } = useText();
  switch (formed.form.jurisdiction) {
    case 'HU':
      return (
        <Entry
          formed={formed}
          name="registerEntry"
          label={t('agreement.registerEntry')}
          on={t('agreement.enteredOn')}
        />
      );
    case 'US':
      return (
        <Entry formed={formed} name="registerEntry" label={t('agreement.uccEntry')} on={t('agreement.enteredOn')} />
      );
    case 'RU':
      return <Entry formed={formed} name="threeParty" label={t('agreement.threeParty')} on={t('agreement.signedOn')} />;
    case 'EU':
    case '':
      return null;
  }
}

interface EntryProps {
  formed: Formed;
  name: 'registerEntry' | 'threeParty';
  label: string;
  on: string;
}

function Entry({ formed: { form, formId, change, wrong }, name, label, on }: EntryProps) {
  const entry: AgreementForm['threeParty'] = form[name];
  return (
    <div className="grid gap-4 wide:grid-cols-2">
      <Field id={`${formId}-${name}`} label={label} optional error={wrong(name)}>
        <TextInput code value={entry.number} onChange={(number) => change({ [name]: { ...entry, number } })} />
      </Field>
      <Field label={on} optional error={wrong(name)}>
        <DateInput value={entry.day} onChange={(day) => change({ [name]: { ...entry, day } })} />
      </Field>
    </div>
  );
}
