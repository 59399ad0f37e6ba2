import { useState } from 'react';
import { useSession } from '../../people/session.tsx';
import { useText } from '../../text/use-text.ts';
import { PinPad } from './pin-pad.tsx';
import { pinOf } from './pin-store.ts';

/** A new PIN, entered twice. `onChosen` once it is stored. */
export function ChoosePin({ onChosen }: { onChosen: () => void }) {
  const { t } = useText();
  const { profile } = useSession();
  const [first, setFirst] = useState<string | null>(null);
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<'differs' | 'notStored' | null>(null);
  const [busy, setBusy] = useState(false);

  const enter = async () => {
    setProblem(null);
    setValue('');
    if (first === null) return setFirst(value);
    if (first !== value) {
      setFirst(null);
      return setProblem('differs');
    }
    setBusy(true);
    try {
      await pinOf(profile).set(value);
      onChosen();
    } catch (failure) {
      reportError(failure);
      setFirst(null);
      setProblem('notStored');
    }
    setBusy(false);
  };

  return (
    <div className="grid gap-4">
      <p className="text-center text-3 font-semibold">
        {t(first === null ? 'ceremony.pin.choose' : 'ceremony.pin.repeat')}
      </p>
      <p className="text-center text-ink-2">{t('ceremony.pin.chooseHint')}</p>
      <PinPad
        label={t(first === null ? 'ceremony.pin.choose' : 'ceremony.pin.repeat')}
        value={value}
        onChange={setValue}
        onEnter={() => void enter()}
        action={t(first === null ? 'ceremony.pin.next' : 'ceremony.pin.keep')}
        busy={busy}
      >
        {problem !== null && (
          <p role="alert" className="text-center font-semibold text-wrong">
            {t(`ceremony.pin.${problem}`)}
          </p>
        )}
      </PinPad>
    </div>
  );
}
