import { timer } from './timer.ts';

/** Waits for it, but no longer than this; null when it took longer. */
export function atMost<T>(ms: number, awaited: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const cancel = timer.after(ms, () => resolve(null));
    awaited.then(resolve, reject).finally(cancel);
  });
}
