import type { Signatory, Supplier } from '@cession/shared/notice/agreement.ts';
import { saveSupplier } from '@cession/shared/notice/save-supplier.ts';
import { useId, useState } from 'react';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { lacksOf } from './lacks-of.ts';
import { EMPTY_PARTY, PARTY_ASKED, PartyFields, type PartyForm } from './party-fields.tsx';
import { SignatoriesEditor } from './signatories-editor.tsx';

type SupplierForm = PartyForm & {
  readonly signatories: readonly Signatory[];
  /** null: nothing lies with the factor. */
  readonly specimen: string | null;
};

interface SupplierDialogProps {
  supplier: Supplier | null;
  onClose: () => void;
}

/** Everything a notice says about the company, and who may sign it. */
export function SupplierDialog({ supplier, onClose }: SupplierDialogProps) {
  const { t } = useText();
  const { form, formId, lacks, busy, change, save } = useSupplierForm(supplier, onClose);
  return (
    <Dialog
      title={t('agreement.supplier')}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={busy} onPress={save}>
            {t('agreement.save')}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
        </>
      }
    >
      <UnsentNotes />
      <PartyFields formId={formId} form={form} lacks={lacks} onChange={change} />
      <SignatoriesEditor
        id={`${formId}-signatories`}
        signatories={form.signatories}
        error={lacks.includes('signatories') ? t('agreement.fill') : undefined}
        onChange={(signatories) => change({ signatories })}
      />
      <Checkbox
        label={t('agreement.specimen.say')}
        hint={t('agreement.specimen.why')}
        checked={form.specimen !== null}
        onChange={(on) => change({ specimen: on ? '' : null })}
      />
      {form.specimen !== null && (
        <Field
          id={`${formId}-specimen`}
          label={t('agreement.specimen.note')}
          error={lacks.includes('specimen') ? t('agreement.fill') : undefined}
        >
          <TextInput value={form.specimen} onChange={(specimen) => change({ specimen })} />
        </Field>
      )}
    </Dialog>
  );
}

const ASKED = [...PARTY_ASKED, 'signatories', 'specimen'];

function useSupplierForm(supplier: Supplier | null, onClose: () => void) {
  const { t } = useText();
  const { perform, busy } = useDeskPerform();
  const formId = useId();
  const [form, setForm] = useState<SupplierForm>(() => formOf(supplier));
  const [lacks, setLacks] = useState<readonly string[]>([]);
  const save = () => {
    const parsed = saveSupplier.args.safeParse(form);
    const { legalName, seat, specimen } = form;
    const wanting = lacksOf(parsed, { legalName, seat, ...(specimen === null ? {} : { specimen }) }, ASKED);
    setLacks(wanting);
    if (!parsed.success || wanting.length > 0) return document.getElementById(`${formId}-${wanting[0]}`)?.focus();
    const done = () => {
      showToast(t('agreement.done.save', { name: legalName }));
      onClose();
    };
    perform(saveSupplier, parsed.data, { words: t('agreement.do.save', { name: legalName }), done });
  };
  return {
    ...{ form, formId, lacks, save, busy: busy !== null },
    change: (part: Partial<SupplierForm>) => setForm({ ...form, ...part }),
  };
}

function formOf(supplier: Supplier | null): SupplierForm {
  if (supplier === null) return { ...EMPTY_PARTY, signatories: [], specimen: null };
  return { ...supplier, specimen: supplier.specimenOnFile?.note ?? null };
}
