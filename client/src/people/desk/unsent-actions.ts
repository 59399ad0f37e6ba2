import { useSyncExternalStore } from 'react';
import type { Sent } from './send-mutation.ts';

/** Something a person did at the desk that the server has not answered. */
export interface UnsentAction {
  readonly id: string;
  readonly userId: string;
  /** "Accept Bástya Élelmiszer Kft." */
  readonly words: string;
  /** The wire name of what was done. */
  readonly name: string;
  /** The server wants the person to sign in first. */
  readonly signedOut: boolean;
  /** Sends the very same message: the same id every time, so nothing happens twice. */
  readonly send: () => Promise<Sent>;
  readonly done?: (() => void) | undefined;
}

/** Outside of the screens, so that it is still there after signing in again. */
let actions: readonly UnsentAction[] = [];
const listeners = new Set<() => void>();

export function keepUnsent(action: UnsentAction): void {
  become([...actions.filter(({ id }) => id !== action.id), action]);
}

export function dropUnsent(id: string): void {
  if (actions.some((action) => action.id === id)) become(actions.filter((action) => action.id !== id));
}

export function useUnsent(userId: string): readonly UnsentAction[] {
  const all = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => actions,
  );
  return all.filter((action) => action.userId === userId);
}

function become(next: readonly UnsentAction[]): void {
  actions = next;
  for (const changed of listeners) changed();
}
