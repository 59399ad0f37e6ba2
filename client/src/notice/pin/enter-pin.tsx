import { useEffect, useState } from 'react';
import { useSession } from '../../people/session.tsx';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { ChoosePin } from './choose-pin.tsx';
import { ForgotPin } from './forgot-pin.tsx';
import { PinPad } from './pin-pad.tsx';
import { pinOf } from './pin-store.ts';

/** Asks for the rep's PIN; whoever has forgotten it signs in with their password and chooses another. */
export function EnterPin({ onRight }: { onRight: () => void }) {
  const { t } = useText();
  const [way, setWay] = useState<'pin' | 'forgot' | 'new'>('pin');
  if (way === 'new') return <ChoosePin onChosen={onRight} />;
  if (way === 'forgot') return <ForgotPin onSignedIn={() => setWay('new')} onBack={() => setWay('pin')} />;
  return (
    <div className="grid justify-items-center gap-3">
      <KnownPin onRight={onRight} />
      <Button look="plain" onPress={() => setWay('forgot')}>
        {t('ceremony.pin.forgot')}
      </Button>
    </div>
  );
}

function KnownPin({ onRight }: { onRight: () => void }) {
  const { t } = useText();
  const { profile } = useSession();
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  const { waitS, waitFor } = useWaiting();

  useEffect(() => {
    pinOf(profile).waiting().then(waitFor, reportError);
  }, [profile, waitFor]);

  const enter = async () => {
    setBusy(true);
    // At once: what is typed while this one is looked at belongs to the next.
    setValue('');
    const pin = pinOf(profile);
    try {
      const answer = await pin.tryIt(value);
      if (answer.kind === 'right') return onRight();
      setWrong(answer.kind === 'wrong');
      waitFor(await pin.waiting());
    } catch (failure) {
      reportError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <PinPad
      label={t('ceremony.pin.enter')}
      value={value}
      onChange={(next) => {
        setValue(next);
        setWrong(false);
      }}
      onEnter={() => void enter()}
      action={t('ceremony.pin.unlock')}
      busy={busy}
      locked={waitS > 0}
    >
      {(wrong || waitS > 0) && (
        <p role="alert" className="text-center font-semibold text-wrong">
          {waitS > 0 ? t('ceremony.pin.wait', { seconds: waitS }) : t('ceremony.pin.wrong')}
        </p>
      )}
    </PinPad>
  );
}

/** Seconds still to wait, counted down. */
function useWaiting(): { waitS: number; waitFor: (ms: number) => void } {
  const [waitS, setWaitS] = useState(0);
  useEffect(() => {
    if (waitS <= 0) return undefined;
    const timer = setTimeout(() => setWaitS(waitS - 1), 1000);
    return () => clearTimeout(timer);
  }, [waitS]);
  const [waitFor] = useState(() => (ms: number) => setWaitS(Math.ceil(ms / 1000)));
  return { waitS, waitFor };
}
