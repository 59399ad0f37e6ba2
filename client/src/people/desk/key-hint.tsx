import { Kbd } from '../../ui/kbd.tsx';
import type { DeskKey } from './desk-keys.ts';
import { useDeskPreferences } from './desk-preferences.ts';

/** The key beside what it does: only where there are keys, and only while they act. */
export function KeyHint({ press }: { press: DeskKey }) {
  const { keysOn } = useDeskPreferences();
  if (!keysOn) return null;
  return (
    <span aria-hidden className="hidden pointer-fine:inline">
      <Kbd>{press}</Kbd>
    </span>
  );
}
