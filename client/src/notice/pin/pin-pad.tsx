import { Delete } from 'lucide-react';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';

const MOST_DIGITS = 8;
const LEAST_DIGITS = 4;

interface PinPadProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onEnter: () => void;
  action: string;
  busy: boolean;
  /** Waiting after wrong tries. */
  locked?: boolean;
  children?: ReactNode;
}

/** Digits on the glass: no keyboard jumps up, no password manager asks a stranger to save it. */
export function PinPad({ label, value, onChange, onEnter, action, busy, locked = false, children }: PinPadProps) {
  const { t } = useText();
  const isReady = value.length >= LEAST_DIGITS && !locked;
  const add = (digit: string) => {
    if (!locked && value.length < MOST_DIGITS) onChange(value + digit);
  };
  useDigitKeys({ add, remove: () => onChange(value.slice(0, -1)), enter: () => isReady && !busy && onEnter() });
  return (
    <div role="group" aria-label={label} className="mx-auto grid w-full max-w-xs gap-4">
      <p role="status" className="sr-only">
        {t('ceremony.pin.count', { count: value.length })}
      </p>
      <p aria-hidden className="flex min-h-6 items-center justify-center gap-3">
        {Array.from({ length: Math.max(LEAST_DIGITS, value.length) }, (_, at) => (
          <span
            key={at}
            className={`size-3.5 rounded-full border-2 ${at < value.length ? 'border-accent bg-accent' : 'border-edge'}`}
          />
        ))}
      </p>
      {children}
      <div className="grid grid-cols-3 gap-2.5">
        {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
          <Digit key={digit} digit={digit} disabled={locked} onPress={() => add(digit)} />
        ))}
        <span />
        <Digit digit="0" disabled={locked} onPress={() => add('0')} />
        <button
          type="button"
          aria-label={t('ceremony.pin.delete')}
          disabled={value === ''}
          onClick={() => onChange(value.slice(0, -1))}
          className="grid min-h-14 place-items-center rounded-2 text-ink-2 hover:bg-sunk disabled:text-ink-3"
        >
          <Delete aria-hidden size={22} />
        </button>
      </div>
      <Button look="primary" wide busy={busy} disabled={!isReady} onPress={onEnter}>
        {action}
      </Button>
    </div>
  );
}

function Digit({ digit, disabled, onPress }: { digit: string; disabled: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onPress}
      className="min-h-14 rounded-2 border border-line bg-sheet text-4 font-semibold hover:bg-accent-soft active:bg-accent-soft disabled:bg-sunk disabled:text-ink-3"
    >
      {digit}
    </button>
  );
}

interface DigitKeys {
  add(digit: string): void;
  remove(): void;
  enter(): void;
}

/** A keyboard types the PIN from anywhere on the page; Enter on a button stays that button's own. */
function useDigitKeys(keys: DigitKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^\d$/.test(event.key)) keys.add(event.key);
    else if (event.key === 'Backspace') keys.remove();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) keys.enter();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
