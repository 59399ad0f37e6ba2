import { useSyncExternalStore } from 'react';
import { readPreference, savePreference } from '../../device/preference.ts';

/** Habits of whoever sits at this desk; they stay on this device. */
export interface DeskPreferences {
  /** One-letter keys act (WCAG 2.1.4 asks for a way to switch them off). */
  readonly keysOn: boolean;
  /** After a decision the next item opens by itself. */
  readonly openNext: boolean;
}

const listeners = new Set<() => void>();
let current: DeskPreferences = {
  keysOn: readPreference('desk.keys') !== 'off',
  openNext: readPreference('desk.open-next') !== 'off',
};

export function useDeskPreferences(): DeskPreferences {
  return useSyncExternalStore(subscribe, () => current);
}

export function setDeskPreference(name: keyof DeskPreferences, on: boolean): void {
  savePreference(name === 'keysOn' ? 'desk.keys' : 'desk.open-next', on ? 'on' : 'off');
  current = { ...current, [name]: on };
  for (const changed of listeners) changed();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
