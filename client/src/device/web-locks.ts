import type { Locks } from './ports.ts';

/** The browser's locks over all tabs of this origin, or null where it has none. */
export function webLocks(): Locks | null {
  // Typed as always there; older WebKit and insecure pages have none.
  const manager = navigator.locks as LockManager | undefined;
  if (!manager) return null;
  return {
    hold: async (name, { steal, giveUp }, work) => {
      const stolen = new AbortController();
      let held = false;
      // `steal` and `signal` exclude each other in the Web Locks API.
      const options: LockOptions = steal ? { steal } : { signal: giveUp };
      try {
        await manager.request(name, options, async () => {
          held = true;
          if (giveUp.aborted) return;
          await work(stolen.signal);
        });
        return true;
      } catch (reason) {
        const isAbort = reason instanceof DOMException && reason.name === 'AbortError';
        if (!isAbort) throw reason;
        if (held) stolen.abort();
        return held;
      }
    },
  };
}
