import type { PageLife, Timer } from '../device/ports.ts';

const AGAIN_MS = 15_000;

/**
 * Listens for the server's "something changed". A poke is only a reason to pull: it carries nothing, and losing
 * one costs freshness. Open only while the page can be seen.
 */
export function listenForPokes(
  life: PageLife,
  timer: Timer,
  poked: () => void,
  open: () => EventSource = () => new EventSource('/events'),
): () => void {
  let source: EventSource | null = null;
  let cancel = () => {};

  function stop(): void {
    cancel();
    source?.close();
    source = null;
  }

  function start(): void {
    stop();
    const mine = open();
    source = mine;
    mine.addEventListener('message', poked);
    mine.addEventListener('poke', poked);
    mine.addEventListener('error', () => {
      // The browser tries again by itself unless the server said no for good.
      if (source === mine && mine.readyState === mine.CLOSED) cancel = timer.after(AGAIN_MS, start);
    });
  }

  const unwatch = life.watch((now) => (now === 'visible' ? start() : stop()));
  if (life.isVisible()) start();
  return () => {
    unwatch();
    stop();
  };
}
