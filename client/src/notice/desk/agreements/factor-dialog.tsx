import type { Factor } from '@cession/shared/notice/agreement.ts';
import { saveFactor } from '@cession/shared/notice/save-factor.ts';
import { useId, useState } from 'react';
import { newId } from '../../../device/new-id.ts';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { lacksOf } from './lacks-of.ts';
import { EMPTY_PARTY, PARTY_ASKED, PartyFields, type PartyForm } from './party-fields.tsx';

/** Who buys the receivables. `null` writes down a new one. */
export function FactorDialog({ factor, onClose }: { factor: Factor | null; onClose: () => void }) {
  const { t } = useText();
  const { perform, busy } = useDeskPerform();
  const formId = useId();
  const [form, setForm] = useState<PartyForm>(factor ?? EMPTY_PARTY);
  const [lacks, setLacks] = useState<readonly string[]>([]);
  const save = () => {
    const parsed = saveFactor.args.safeParse({ ...form, id: factor?.id ?? newId() });
    const wanting = lacksOf(parsed, { legalName: form.legalName, seat: form.seat }, PARTY_ASKED);
    setLacks(wanting);
    if (!parsed.success || wanting.length > 0) return document.getElementById(`${formId}-${wanting[0]}`)?.focus();
    const done = () => {
      showToast(t('agreement.done.save', { name: parsed.data.legalName }));
      onClose();
    };
    perform(saveFactor, parsed.data, { words: t('agreement.do.save', { name: parsed.data.legalName }), done });
  };
  return (
    <Dialog
      title={factor === null ? t('agreement.newFactor') : factor.legalName}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={busy !== null} onPress={save}>
            {t('agreement.save')}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
        </>
      }
    >
      <UnsentNotes />
      <PartyFields formId={formId} form={form} lacks={lacks} onChange={(part) => setForm({ ...form, ...part })} />
    </Dialog>
  );
}
