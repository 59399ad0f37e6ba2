import { ChevronLeft } from 'lucide-react';
import { createContext, useContext, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useText } from '../text/use-text.ts';

/** What the state slot of every app bar shows unless the screen has something better: the sync pill. */
export const AppBarState = createContext<ReactNode>(null);

/** The first screen after a start leaves the focus to the browser. */
let shownBefore = false;

interface AppBarProps {
  title: string;
  /** Where Back leads: a place, not a step in history, so that it works after a cold start. */
  back?: string | undefined;
  state?: ReactNode;
}

export function AppBar({ title, back, state }: AppBarProps) {
  const { t } = useText();
  const shared = useContext(AppBarState);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // A new screen speaks its name, unless one of its own fields already took the focus.
    const main = heading.current?.closest('main');
    if (shownBefore && !main?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
    shownBefore = true;
  }, []);
  return (
    <header className="mx-auto flex w-full max-w-xl flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-[max(0.875rem,env(safe-area-inset-top))] pb-2.5">
      <title>{`${title} – Cession`}</title>
      {back !== undefined && (
        <Link
          href={back}
          aria-label={t('action.back')}
          className="-ms-3 -me-2 inline-grid size-target shrink-0 place-items-center rounded-2 text-ink-2 hover:bg-sunk"
        >
          <ChevronLeft aria-hidden size={24} />
        </Link>
      )}
      <h1
        ref={heading}
        tabIndex={-1}
        className="min-w-0 flex-[1_1_min-content] py-1 text-4 font-semibold tracking-[-0.01em] text-balance"
      >
        {title}
      </h1>
      {state ?? shared}
    </header>
  );
}
