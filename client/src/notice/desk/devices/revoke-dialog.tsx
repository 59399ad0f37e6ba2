import { msToInstant, type Instant } from '@cession/shared/kernel/instant.ts';
import { revokeDevice, type EnrolledDevice } from '@cession/shared/notice/device-procedures.ts';
import { useId, useState } from 'react';
import { ask } from '../../../device/ask-server.ts';
import { now } from '../../../device/clock.ts';
import { newId } from '../../../device/new-id.ts';
import { answerOf, type Sent } from '../../../people/desk/send-mutation.ts';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { showToast } from '../../../ui/toast.tsx';

type Hands = 'never' | 'since';

/** Takes trust away for good: why, and since when the device may have been in other hands. */
export function RevokeDialog({ device, onClose }: { device: EnrolledDevice; onClose: () => void }) {
  const { t } = useText();
  const { busy } = useDeskPerform();
  const id = useId();
  const [because, setBecause] = useState('');
  const [hands, setHands] = useState<Hands | null>(null);
  const [day, setDay] = useState('');
  const [time, setTime] = useState('00:00');
  const [checked, setChecked] = useState(false);
  const revoke = useRevoke(device, onClose);
  const since = hands === 'since' ? momentOf(day, time) : null;
  const lacks = {
    because: because.trim() === '',
    hands: hands === null,
    day: hands === 'since' && since === null,
  };
  const send = () => {
    setChecked(true);
    const first = (['because', 'hands', 'day'] as const).find((key) => lacks[key]);
    if (first !== undefined) return document.getElementById(`${id}-${first}`)?.focus();
    revoke(because.trim(), since);
  };
  const need = (lacking: boolean) => (checked && lacking ? t('board.need') : undefined);
  return (
    <Dialog
      title={t('devices.revokeTitle', { name: device.label })}
      onClose={onClose}
      actions={
        <>
          <Button look="danger" busy={busy !== null} onPress={send}>
            {t('devices.revoke')}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
        </>
      }
    >
      <UnsentNotes />
      <ul className="grid list-disc gap-1 ps-5 text-ink-2">
        <li>{t('devices.revokeLater')}</li>
        <li>{t('devices.revokeDoubted')}</li>
        <li>{t('devices.revokeWipe')}</li>
        <li>{t('devices.revokeFor')}</li>
      </ul>
      <Field
        id={`${id}-because`}
        label={t('devices.because')}
        hint={t('devices.becauseHint')}
        error={need(lacks.because)}
      >
        <Textarea value={because} onChange={(text) => setBecause(text.slice(0, 500))} />
      </Field>
      <RadioGroup<Hands>
        id={`${id}-hands`}
        legend={t('devices.otherHands')}
        value={hands}
        choices={(['never', 'since'] as const).map((value) => ({ value, label: t(`devices.otherHands.${value}`) }))}
        onChange={setHands}
        error={need(lacks.hands)}
      />
      {hands === 'since' && (
        <div className="grid grid-cols-2 gap-3">
          <Field
            id={`${id}-day`}
            label={t('devices.day')}
            error={checked && lacks.day ? t('devices.needMoment') : undefined}
          >
            <DateInput value={day} onChange={setDay} />
          </Field>
          <Field label={t('devices.time')}>
            <TextInput type="time" value={time} onChange={setTime} />
          </Field>
        </div>
      )}
    </Dialog>
  );
}

/** null for what is no moment, or has not come yet. */
function momentOf(day: string, time: string): Instant | null {
  const ms = Date.parse(`${day}T${time}:00`);
  return Number.isNaN(ms) || ms > now() ? null : msToInstant(ms);
}

/** Done twice it is refused the second time, so an answer that was lost may be asked for again. */
function useRevoke(device: EnrolledDevice, onDone: () => void) {
  const { t } = useText();
  const { act } = useDeskPerform();
  return (because: string, compromisedSince: Instant | null) => {
    const { deviceKey, label: name } = device;
    const send = async (): Promise<Sent> => {
      const answer = await answerOf(() => ask(revokeDevice, { deviceKey, because, compromisedSince }));
      if ('kind' in answer) return answer;
      showToast(t('devices.revoked', { name }));
      onDone();
      return { kind: 'done' };
    };
    act({ id: newId(), name: revokeDevice.name, words: t('devices.do.revoke', { name }), send });
  };
}
