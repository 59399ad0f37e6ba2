import type { SessionStore } from './session-store.ts';

/** When it is known what to show first. */
export function whenOpened({ state, subscribe }: SessionStore): Promise<void> {
  return new Promise((resolve) => {
    const stop = subscribe(look);
    look();

    function look(): void {
      if (state().kind === 'opening') return;
      stop();
      resolve();
    }
  });
}
