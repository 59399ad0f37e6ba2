import type { Online, Reach, Timer } from './ports.ts';

const PATIENCE_MS = 3000;

/**
 * Asks our own server whether it is there. The radio's word is only a hint: a hotel's sign-in page answers
 * everything with 200 and HTML.
 */
export function createOnline(timer: Timer, fetchIt: typeof fetch = fetch, url = '/healthz'): Online {
  return {
    probe: async () => {
      const patience = new AbortController();
      const cancel = timer.after(PATIENCE_MS, () => patience.abort());
      try {
        return await reachOf(await fetchIt(url, { signal: patience.signal, cache: 'no-store', redirect: 'manual' }));
      } catch {
        return 'unreachable';
      } finally {
        cancel();
      }
    },
    watch: (back) => {
      window.addEventListener('online', back);
      return () => window.removeEventListener('online', back);
    },
  };
}

async function reachOf(response: Response): Promise<Reach> {
  if (response.type === 'opaqueredirect') return 'captive-portal';
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  if (!isJson) return response.ok ? 'captive-portal' : 'unreachable';
  // A sick server still is our server; what it cannot do it will say when asked.
  await response.json();
  return 'reachable';
}
