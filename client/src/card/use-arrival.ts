import type { CardPath } from '@cession/shared/card/card-fields.ts';
import { useLayoutEffect } from 'react';

/** A link to a field ends in the field: it takes the focus and stands in view. */
export function useArrival(path: CardPath | null): void {
  useLayoutEffect(() => {
    if (path === null) return;
    // A path with a star means the item that was just begun: the only one whose fields are on screen.
    const [list, part] = path.split('*');
    const control =
      document.getElementById(path) ?? document.querySelector<HTMLElement>(`[id^="${list}"][id$="${part ?? ''}"]`);
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'center' });
  }, [path]);
}
