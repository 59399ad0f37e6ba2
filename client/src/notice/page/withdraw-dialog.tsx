import type { Notice } from '@cession/shared/notice/notice.ts';
import { withdrawNotice } from '@cession/shared/notice/withdraw-notice.ts';
import { useState } from 'react';
import { notSavedText } from '../../people/not-saved-text.ts';
import { useSync } from '../../sync/live.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { showToast } from '../../ui/toast.tsx';

/** Taken back with a reason; there is no way back, a new notice can be prepared at once. */
export function WithdrawDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useText();
  const { perform } = useSync();
  const [because, setBecause] = useState('');
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const withdraw = async () => {
    setAsked(true);
    if (because.trim() === '') return;
    const done = await perform(withdrawNotice, { noticeId: notice.id, because: because.trim() });
    if (!done.ok) return setFailure(notSavedText(t, done.error));
    showToast(t('notice.withdraw.done'));
    onClose();
  };
  return (
    <Dialog
      title={t('notice.withdraw.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="danger" onPress={() => void withdraw()}>
            {t('notice.withdraw.action')}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
        </>
      }
    >
      {failure !== null && <Note live tone="wrong" title={failure} />}
      <Field
        label={t('notice.withdraw.because')}
        error={asked && because.trim() === '' ? t('notice.withdraw.need') : undefined}
      >
        <Textarea value={because} onChange={setBecause} />
      </Field>
    </Dialog>
  );
}
