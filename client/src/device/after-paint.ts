const LONGEST_MS = 1000;

/** When what was just shown is on the screen and nobody waits for an answer; soon in any case, a hidden page is never painted. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, LONGEST_MS);
    requestAnimationFrame(() =>
      whenIdle(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });
}

/** WebKit knows no idle time. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: LONGEST_MS });
  else setTimeout(run, 50);
}
