import type { ReactNode } from 'react';
import { publishHeight } from './publish-height.ts';

const publish = publishHeight('--bottom-bar');

/** The promise of the screen: one full-width action, above the tabs and above the keyboard. */
export function BottomBar({ children }: { children: ReactNode }) {
  return (
    <div
      ref={publish}
      data-bottom-bar
      className="sticky bottom-[max(var(--tab-bar,0px),var(--keyboard,0px))] z-10 mt-auto border-t border-line bg-paper px-4 pt-2.5 pb-[max(0.625rem,calc(env(safe-area-inset-bottom)-var(--tab-bar,0px)))]"
    >
      <div className="mx-auto grid max-w-xl grid-cols-1 gap-2.5">{children}</div>
    </div>
  );
}
