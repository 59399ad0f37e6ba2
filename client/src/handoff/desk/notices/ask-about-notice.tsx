import { useId, useState } from 'react';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';

/** What accounting asks about when it files a notice: fields of the card, since a question is anchored to one. */
const FIELDS = [
  'legalName',
  'contractNumber',
  'contractDate',
  'currency',
  'paymentTermsDays',
  'noticeDepartment',
] as const;

interface AskAboutNoticeProps {
  ownerName: string;
  onAsk: (path: string, text: string) => void;
  onClose: () => void;
}

/** A question to the owner of the card. It never goes to the debtor. */
export function AskAboutNotice({ ownerName, onAsk, onClose }: AskAboutNoticeProps) {
  const { t } = useText();
  const [about, setAbout] = useState<(typeof FIELDS)[number]>('contractNumber');
  const [words, setWords] = useState('');
  const [checked, setChecked] = useState(false);
  const id = useId();
  const lacks = words.trim().length < 3;
  const send = () => {
    if (!lacks) return onAsk(about, words.trim());
    setChecked(true);
    document.getElementById(id)?.focus();
  };
  return (
    <Dialog
      title={t('noticeQueue.ask', { name: ownerName })}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" onPress={send}>
            {t('queue.askNow')}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
        </>
      }
    >
      <p className="text-ink-2">{t('noticeQueue.askBody')}</p>
      <Field label={t('queue.askAbout')}>
        <Select
          value={about}
          choices={FIELDS.map((value) => ({ value, label: t(`card.field.${value}`) }))}
          onChange={setAbout}
        />
      </Field>
      <Field id={id} label={t('queue.askWords')} error={checked && lacks ? t('queue.needQuestion') : undefined}>
        <Textarea value={words} onChange={(next) => setWords(next.slice(0, 1000))} />
      </Field>
    </Dialog>
  );
}
