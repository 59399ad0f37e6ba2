import { useEffect, useState } from 'react';
import { useText } from '../text/use-text.ts';

const words = { idle: 'action.copy', copied: 'action.copied', refused: 'action.copyByHand' } as const;
type Outcome = keyof typeof words;

/** Copies exactly `value` and says so; `what` names it for a screen reader. */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const { t } = useText();
  const [outcome, setOutcome] = useState<Outcome>('idle');
  useEffect(() => {
    if (outcome === 'idle') return undefined;
    const timer = setTimeout(() => setOutcome('idle'), 3000);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <button
      type="button"
      // A status inside a button is left out of its name.
      aria-label={`${t(words[outcome])} ${what}`}
      onClick={() => void copy(value).then(setOutcome)}
      className="-mx-2 min-h-target rounded-1 px-2 text-1 text-ink-3 underline-offset-4 hover:text-ink hover:underline"
    >
      <span role="status">{t(words[outcome])}</span>
    </button>
  );
}

async function copy(value: string): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(value);
    return 'copied';
  } catch {
    return 'refused';
  }
}
