import { useLayoutEffect, useRef, type ReactNode } from 'react';

/** What stands in the way of the button at the bottom is told at the top: it shows itself when it appears. */
export function BringIntoView({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.scrollIntoView({ block: 'center' });
  }, []);
  return <div ref={box}>{children}</div>;
}
