import { useId, useState } from 'react';
import { now } from '../../device/clock.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { PressRow } from '../../ui/link-row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { momentOf, snoozeTimes } from './snooze-times.ts';

interface SnoozeDialogProps {
  name: string;
  onSnooze: (until: Date) => void;
  onClose: () => void;
}

/** Until when the item is put away. Its due time does not move, and the dialog says so. */
export function SnoozeDialog({ name, onSnooze, onClose }: SnoozeDialogProps) {
  const { t, formatDate, formatTime } = useText();
  const [times] = useState(() => snoozeTimes(new Date(now())));
  return (
    <Dialog title={t('queue.snoozeTitle', { name })} onClose={onClose}>
      <p className="text-ink-2">{t('queue.snoozeBody')}</p>
      <RowList>
        {times.map(({ choice, at }) => (
          <PressRow
            key={choice}
            title={t(`queue.snooze.${choice}`)}
            end={<span className="text-1 text-ink-2">{`${formatDate(at)} ${formatTime(at)}`}</span>}
            onPress={() => onSnooze(at)}
          />
        ))}
      </RowList>
      <OwnTime onSnooze={onSnooze} />
    </Dialog>
  );
}

function OwnTime({ onSnooze }: Pick<SnoozeDialogProps, 'onSnooze'>) {
  const { t } = useText();
  const dayId = useId();
  const [day, setDay] = useState('');
  const [time, setTime] = useState('09:00');
  const [lacks, setLacks] = useState<'moment' | 'past' | null>(null);
  const snooze = () => {
    const at = momentOf(day, time);
    if (at !== null && at.getTime() > now()) return onSnooze(at);
    setLacks(at === null ? 'moment' : 'past');
    document.getElementById(dayId)?.focus();
  };
  return (
    <div className="grid items-start gap-3 wide:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <Field
        id={dayId}
        label={t('queue.snooze.day')}
        error={lacks === null ? undefined : t(lacks === 'past' ? 'queue.snooze.past' : 'queue.snooze.need')}
      >
        <DateInput value={day} onChange={setDay} />
      </Field>
      <Field label={t('queue.snooze.time')}>
        <TextInput type="time" value={time} onChange={setTime} />
      </Field>
      <div>
        <Button onPress={snooze}>{t('queue.snooze.own')}</Button>
      </div>
    </div>
  );
}
