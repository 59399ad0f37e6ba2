import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import type { Agreement } from '@cession/shared/notice/agreement.ts';
import { saveAgreement } from '@cession/shared/notice/save-agreement.ts';
import { useId, useState } from 'react';
import { newId } from '../../../device/new-id.ts';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { showToast } from '../../../ui/toast.tsx';
import { lacksOf } from './lacks-of.ts';

interface EntryForm {
  readonly number: string;
  readonly day: string;
}

export interface AgreementForm {
  readonly factorId: string;
  readonly number: string;
  readonly signedOn: string;
  readonly jurisdiction: Jurisdiction | '';
  readonly recourse: boolean;
  readonly currency: string;
  readonly registerEntry: EntryForm;
  readonly threeParty: EntryForm;
  readonly status: Agreement['status'];
}

/** From top to bottom, as the dialog asks. */
const ASKED = ['factorId', 'jurisdiction', 'currency', 'number', 'signedOn', 'registerEntry', 'threeParty'];
const NO_ENTRY: EntryForm = { number: '', day: '' };
const EMPTY: AgreementForm = {
  ...{ factorId: '', number: '', signedOn: '', jurisdiction: '', recourse: true, currency: '' },
  ...{ registerEntry: NO_ENTRY, threeParty: NO_ENTRY, status: 'open' },
};

/** What is typed about an agreement, and saving it. The account never passes through here. */
export function useAgreementForm(agreement: Agreement | null, onClose: () => void) {
  const { t } = useText();
  const { perform, busy } = useDeskPerform();
  const formId = useId();
  const [form, setForm] = useState<AgreementForm>(() => (agreement === null ? EMPTY : formOf(agreement)));
  const [lacks, setLacks] = useState<readonly string[]>([]);
  const save = () => {
    const parsed = saveAgreement.args.safeParse(argsOf(form, agreement?.id ?? newId()));
    const wanting = lacksOf(parsed, { number: form.number }, ASKED);
    setLacks(wanting);
    if (!parsed.success || wanting.length > 0) return document.getElementById(`${formId}-${wanting[0]}`)?.focus();
    const name = parsed.data.number;
    const done = () => {
      showToast(t('agreement.done.save', { name }));
      onClose();
    };
    perform(saveAgreement, parsed.data, { words: t('agreement.do.save', { name }), done });
  };
  return {
    ...{ form, formId, save, busy: busy !== null },
    isFixed: agreement !== null && agreement.accountId !== null,
    change: (part: Partial<AgreementForm>) => setForm({ ...form, ...part }),
    wrong: (field: string) => (lacks.includes(field) ? t('agreement.fill') : undefined),
  };
}

function formOf(agreement: Agreement): AgreementForm {
  const { registerEntry: entry, threeParty } = agreement;
  return {
    ...agreement,
    registerEntry: entry === null ? NO_ENTRY : { number: entry.number, day: entry.enteredOn },
    threeParty: threeParty === null ? NO_ENTRY : { number: threeParty.number, day: threeParty.signedOn },
  };
}

function argsOf({ registerEntry, threeParty, ...form }: AgreementForm, agreementId: string) {
  const isIn = ({ number, day }: EntryForm) => number.trim() !== '' || day !== '';
  const takesEntry = form.jurisdiction === 'HU' || form.jurisdiction === 'US';
  return {
    ...form,
    agreementId,
    number: form.number.trim(),
    registerEntry:
      takesEntry && isIn(registerEntry) ? { number: registerEntry.number.trim(), enteredOn: registerEntry.day } : null,
    threeParty:
      form.jurisdiction === 'RU' && isIn(threeParty)
        ? { number: threeParty.number.trim(), signedOn: threeParty.day }
        : null,
  };
}
