import { useEffect, useEffectEvent, useState } from 'react';
import { holdReload } from '../../device/hold-reload.ts';

/** The glass stays on while somebody reads; asked for again whenever the page comes back. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        const got = await navigator.wakeLock.request('screen');
        if (over) await got.release();
        else lock = got;
      } catch {
        // Not every device has it, and none grants it with an empty battery.
      }
    };
    const again = () => void ask();
    again();
    document.addEventListener('visibilitychange', again);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release().catch(() => undefined);
    };
  }, []);
}

/** So many quick presses of Back in a row stay inside, before the page has had a moment to answer the first. */
const GUARDS = 4;

/** Back, by button or gesture, leads one step back in the letter and never out of it. */
export function useTrappedBack(address: string, back: () => void): void {
  const stepBack = useEffectEvent(back);
  useEffect(() => {
    history.replaceState({ guard: 0 }, '', address);
    standGuard(0, address);
    const stay = (event: PopStateEvent) => {
      standGuard(guardIn(event.state), address);
      stepBack();
    };
    addEventListener('popstate', stay);
    const release = holdReload('handed over');
    return () => {
      removeEventListener('popstate', stay);
      release();
      // The rep's own Back must not lead through guards that guard nothing any more.
      history.go(-guardIn(history.state));
    };
  }, [address]);
}

function standGuard(from: number, address: string): void {
  for (let guard = from + 1; guard <= GUARDS; guard += 1) history.pushState({ guard }, '', address);
}

function guardIn(state: unknown): number {
  const isOurs = typeof state === 'object' && state !== null && 'guard' in state && typeof state.guard === 'number';
  return isOurs ? Number(state.guard) : 0;
}

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'wheel'] as const;

/** True after so long without a touch. `uncover` when somebody goes on. */
export function useIdleCover(afterMs: number, atStart: boolean): { covered: boolean; uncover: () => void } {
  const [covered, setCovered] = useState(atStart);
  useEffect(() => {
    if (covered) return undefined;
    let timer = setTimeout(() => setCovered(true), afterMs);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setCovered(true), afterMs);
    };
    for (const touch of TOUCHES) addEventListener(touch, touched, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const touch of TOUCHES) removeEventListener(touch, touched, { capture: true });
    };
  }, [covered, afterMs]);
  return { covered, uncover: () => setCovered(false) };
}

/** Without the browser's bars where the device can; asked for in the tap that hands over, as browsers want it. */
export async function fillScreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen?.({ navigationUI: 'hide' });
  } catch {
    // A page in a tab of a phone may not.
  }
}

export async function leaveFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement !== null) await document.exitFullscreen();
  } catch {
    // The person has left it already.
  }
}
