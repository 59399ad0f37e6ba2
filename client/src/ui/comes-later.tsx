import { useEffect, useState, type ComponentType } from 'react';
import { afterPaint } from '../device/after-paint.ts';
import { ScreenLoading } from './busy.tsx';

/** A part of the app whose code is fetched when it is first wanted, or ahead of that. */
export interface Later {
  readonly Component: ComponentType;
  /** Starts fetching the code before it is drawn. */
  readonly load: () => Promise<unknown>;
}

/**
 * Where the code is here already, it is drawn at once. React's own `lazy` shows its fallback even then, and after any
 * fallback holds the next drawing back for 300 ms: on a phone that starts, a third of the time a person waits.
 * `next` fetches what a tap in this part leads to, once the part itself is on the screen.
 */
export function comesLater(fetchPart: () => Promise<ComponentType>, next?: () => Promise<unknown>): Later {
  let Part: ComponentType | null = null;
  let fetching: Promise<void> | null = null;
  const load = () =>
    (fetching ??= fetchPart().then(
      (found) => {
        Part = found;
      },
      (cause: unknown) => {
        // The next one who wants it tries again.
        fetching = null;
        throw cause;
      },
    ));
  function Component() {
    useArrival(load);
    useEffect(() => {
      if (next !== undefined)
        void afterPaint()
          .then(next)
          .catch(() => undefined); // Whoever wants it asks again.
    }, []);
    return Part === null ? <ScreenLoading /> : <Part />;
  }
  return { load, Component };
}

/** Draws again when the code is here. That it cannot be had is said by the boundary around the screens. */
function useArrival(load: () => Promise<void>): void {
  const [came, setCame] = useState<{ readonly failure?: unknown } | null>(null);
  useEffect(() => {
    let current = true;
    const tell = (how: { readonly failure?: unknown }) => {
      if (current) setCame(how);
    };
    load().then(
      () => tell({}),
      (failure: unknown) => tell({ failure }),
    );
    return () => {
      current = false;
    };
  }, [load]);
  if (came !== null && 'failure' in came) throw came.failure;
}
