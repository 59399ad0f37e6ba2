import { useEffect, useState } from 'react';

/** Percent of the person's own text size. */
const SIZES = [100, 125, 150, 175, 200] as const;

export interface TextSize {
  readonly percent: number;
  readonly canShrink: boolean;
  readonly canGrow: boolean;
  shrink(): void;
  reset(): void;
  grow(): void;
}

/** Everything on the page is measured in the root's text size, so one number makes the whole letter larger. */
export function useTextSize(): TextSize {
  const [at, setAt] = useState(0);
  const percent = SIZES[at] ?? 100;
  useEffect(() => {
    const { style } = document.documentElement;
    style.fontSize = percent === 100 ? '' : `${percent}%`;
    return () => {
      style.fontSize = '';
    };
  }, [percent]);
  return {
    percent,
    canShrink: at > 0,
    canGrow: at < SIZES.length - 1,
    shrink: () => setAt(Math.max(0, at - 1)),
    reset: () => setAt(0),
    grow: () => setAt(Math.min(SIZES.length - 1, at + 1)),
  };
}
