/**
 * Reasons why the page must not reload now: a form with unsaved typing, a push on its way. Whoever has such a reason
 * holds the reload and releases it when done; the update prompt waits for the last release.
 */
const holds = new Set<symbol>();
const listeners = new Set<() => void>();

/** Returns the release. Releasing twice is harmless. */
export function holdReload(reason: string): () => void {
  const hold = Symbol(reason);
  holds.add(hold);
  tell();
  return () => {
    if (holds.delete(hold)) tell();
  };
}

export function canReload(): boolean {
  return holds.size === 0;
}

export function subscribeReloadHolds(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Resolves as soon as nothing holds the reload. */
export function whenReloadAllowed(): Promise<void> {
  return new Promise((resolve) => {
    if (canReload()) {
      resolve();
      return;
    }
    const stop = subscribeReloadHolds(() => {
      if (!canReload()) return;
      stop();
      resolve();
    });
  });
}

function tell(): void {
  for (const listener of listeners) listener();
}
