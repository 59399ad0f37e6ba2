import { useEffect, useRef } from 'react';
import { belongsElsewhere, deskKeyOf, type DeskKey } from './desk-keys.ts';
import { useDeskPreferences } from './desk-preferences.ts';

/** Keys that may be held down. */
const repeating: readonly DeskKey[] = ['J', 'K'];

/** What the desk's keys do while this part is on screen. Nothing at all where the person switched them off. */
export function useDeskKeys(bindings: Partial<Record<DeskKey, () => void>>): void {
  const latest = useRef(bindings);
  const { keysOn } = useDeskPreferences();
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    if (!keysOn) return undefined;
    const press = (event: KeyboardEvent) => {
      const key = deskKeyOf(event);
      if (key === null || event.defaultPrevented) return;
      if (event.repeat && !repeating.includes(key)) return;
      if (event.target instanceof HTMLElement && belongsElsewhere(event.target, key)) return;
      // A dialog is open but has lost the focus: the page behind it is asleep all the same.
      if (document.querySelector('dialog[open]') !== null) return;
      const act = latest.current[key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keysOn]);
}
