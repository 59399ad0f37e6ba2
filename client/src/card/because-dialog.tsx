import { useId, useState } from 'react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Textarea } from '../ui/textarea.tsx';

interface BecauseDialogProps {
  title: string;
  lead?: string | undefined;
  label: string;
  hint?: string | undefined;
  action: string;
  onDone: (because: string) => void;
  onClose: () => void;
}

const MOST = 500;

/** A decision that others will read needs its reason in words. */
export function BecauseDialog({ title, lead, label, hint, action, onDone, onClose }: BecauseDialogProps) {
  const { t, formatNumber } = useText();
  const id = useId();
  const [because, setBecause] = useState('');
  const [asked, setAsked] = useState(false);
  const words = because.trim();
  const finish = () => {
    setAsked(true);
    if (problem() === undefined && words.length >= 3) onDone(words);
    else document.getElementById(id)?.focus();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <Button look="primary" onPress={finish}>
          {action}
        </Button>
      }
    >
      {lead !== undefined && <p className="text-ink-2">{lead}</p>}
      <Field id={id} label={label} hint={hint} error={problem()}>
        <Textarea value={because} onChange={setBecause} autoComplete="off" />
      </Field>
    </Dialog>
  );

  function problem(): string | undefined {
    if (words.length > MOST) {
      return t('capture.field.tooLong', { length: formatNumber(words.length), max: formatNumber(MOST) });
    }
    return asked && words.length < 3 ? t('capture.needBecause') : undefined;
  }
}
