import { useSyncExternalStore } from 'react';
import { keepNote, readNote } from '../../device/durable-note.ts';
import { readPreference, savePreference } from '../../device/preference.ts';

/**
 * Whether this device lies in a debtor's hands: the id of the notice, or empty. Known at once from one place and for sure
 * from the other, which survives a device that dies this very second. Part of every start: keep it small.
 */
const NAME = 'handed-over';
const listeners = new Set<() => void>();
let noticeId = readPreference(NAME) ?? '';

void readNote(NAME).then(
  (kept) => kept !== null && tell(kept),
  () => undefined,
);
// Another tab of the same device is handed over as well.
addEventListener('storage', () => tell(readPreference(NAME) ?? ''));

export async function markHandedOver(id: string): Promise<void> {
  savePreference(NAME, id);
  // Also that nobody holds it is kept: the other place may still say what was true before the device died.
  await keepNote(NAME, id);
  tell(id);
}

export function useHandedOver(): string {
  return useSyncExternalStore(subscribe, () => noticeId);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(id: string): void {
  noticeId = id;
  for (const listener of listeners) listener();
}
