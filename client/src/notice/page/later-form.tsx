import { msToInstant, type Instant } from '@cession/shared/kernel/instant.ts';
import { LATER_OUTCOMES, type LaterOutcome } from '@cession/shared/notice/notice.ts';
import { useState, type ReactNode } from 'react';
import { now } from '../../device/clock.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { localDay } from '../prepare/use-prepare.ts';

export interface LaterSaid {
  readonly outcome: LaterOutcome;
  readonly on: Instant;
  readonly note: string;
}

interface LaterFormProps {
  /** Only the coordinator writes down that the factor released it. */
  mayRelease: boolean;
  busy?: boolean;
  /** Why it was not written down, where it was not. */
  notes: ReactNode;
  onSave: (said: LaterSaid) => void;
  onClose: () => void;
}

/** What happened without the tablet, on which day, and how one knows. The same on the phone and at the desk. */
export function LaterForm({ mayRelease, busy = false, notes, onSave, onClose }: LaterFormProps) {
  const { t } = useText();
  const [what, setWhat] = useState<LaterOutcome | ''>('');
  const [day, setDay] = useState(() => localDay(now()));
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const choices = LATER_OUTCOMES.filter((outcome) => outcome !== 'released' || mayRelease);
  const save = () => {
    setAsked(true);
    const at = Date.parse(`${day}T12:00:00`);
    if (what === '' || note.trim() === '' || Number.isNaN(at)) return;
    // A day without an hour counts from its noon; today's counts from now.
    onSave({ outcome: what, on: msToInstant(Math.min(at, now())), note: note.trim() });
  };
  return (
    <Dialog
      title={t('notice.later.title')}
      onClose={onClose}
      actions={
        <Button look="primary" busy={busy} onPress={save}>
          {t('notice.later.save')}
        </Button>
      }
    >
      {notes}
      <Field label={t('notice.later.what')} error={asked && what === '' ? t('notice.later.needWhat') : undefined}>
        <Select
          value={what}
          choices={choices.map((value) => ({ value, label: t(`notice.outcome.${value}`) }))}
          onChange={setWhat}
        />
      </Field>
      <Field label={t('notice.later.on')} error={asked && day === '' ? t('notice.later.needOn') : undefined}>
        <DateInput value={day} max={localDay(now())} onChange={setDay} />
      </Field>
      <Field
        label={t('notice.later.note')}
        hint={t('notice.later.noteHint')}
        error={asked && note.trim() === '' ? t('notice.later.needNote') : undefined}
      >
        <Textarea value={note} onChange={setNote} />
      </Field>
    </Dialog>
  );
}
