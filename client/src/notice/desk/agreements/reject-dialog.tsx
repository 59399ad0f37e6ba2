import { rejectPayeeAccount } from '@cession/shared/notice/payee-account.ts';
import type { Agreement, PayeeAccount } from '@cession/shared/notice/agreement.ts';
import { useId, useState } from 'react';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { showToast } from '../../../ui/toast.tsx';

interface RejectDialogProps {
  agreement: Agreement;
  proposal: PayeeAccount;
  onClose: () => void;
}

const SHORTEST = 3;
const LONGEST = 300;

/** No, and why: the coordinator reads it, and it stays in the history. */
export function RejectDialog({ agreement, proposal, onClose }: RejectDialogProps) {
  const { t } = useText();
  const { perform, busy } = useDeskPerform();
  const [because, setBecause] = useState('');
  const [checked, setChecked] = useState(false);
  const id = useId();
  const lacks = because.trim().length < SHORTEST;
  const reject = () => {
    setChecked(true);
    if (lacks) return document.getElementById(id)?.focus();
    const args = { accountId: proposal.id, agreementId: agreement.id, because: because.trim() };
    const done = () => {
      showToast(t('agreement.done.reject'));
      onClose();
    };
    perform(rejectPayeeAccount, args, { words: t('agreement.do.reject', { number: agreement.number }), done });
  };
  return (
    <Dialog
      title={t('agreement.reject.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="danger" busy={busy !== null} onPress={reject}>
            {t('agreement.reject.now')}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
        </>
      }
    >
      <UnsentNotes />
      <Field
        id={id}
        label={t('agreement.reject.because')}
        hint={t('agreement.reject.hint')}
        error={checked && lacks ? t('agreement.fill') : undefined}
      >
        <Textarea value={because} onChange={(text) => setBecause(text.slice(0, LONGEST))} />
      </Field>
    </Dialog>
  );
}
