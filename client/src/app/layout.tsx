import { ClipboardList, Ellipsis, House, IdCard } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useSessionState } from '../people/session.tsx';
import { useText } from '../text/use-text.ts';
import { TabBar } from '../ui/tab-bar.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import { tabPlaces } from './routes.tsx';
import { UpdatePrompt } from './update-prompt.tsx';

/** The frame around every screen: skip link, news of an update, the screen, the tabs, what just happened. */
export function Layout({ place, children }: { place: string; children: ReactNode }) {
  const { t } = useText();
  useScrollToTop(place);
  useKeyboardHeight();
  const session = useSessionState();
  // The four places are the phone's: at the door and at the desk there is nothing behind them.
  const hasTabs = session.kind === 'open' && session.phone !== null;
  const tab = tabPlaces.find((path) => hasTabs && path === place);
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-30 focus:rounded-2 focus:bg-sheet focus:px-4 focus:py-3 focus:shadow-float"
      >
        {t('shell.skip')}
      </a>
      <UpdatePrompt />
      {children}
      {tab !== undefined && <MainTabs current={tab} />}
      <ToastRegion />
    </div>
  );
}

function MainTabs({ current }: { current: string }) {
  const { t } = useText();
  return (
    <TabBar
      label={t('tab.label')}
      current={current}
      tabs={[
        { href: '/', label: t('tab.today'), icon: House },
        { href: '/cards', label: t('tab.cards'), icon: IdCard },
        { href: '/tasks', label: t('tab.tasks'), icon: ClipboardList },
        { href: '/more', label: t('tab.more'), icon: Ellipsis },
      ]}
    />
  );
}

/** Forward goes to the top; Back is left to the browser, which remembers where the person was. */
function useScrollToTop(place: string): void {
  const wentBack = useRef(false);
  const shown = useRef(place);
  useLayoutEffect(() => {
    if (shown.current === place) return;
    if (!wentBack.current) scrollTo(0, 0);
    wentBack.current = false;
    shown.current = place;
  }, [place]);
  useEffect(() => {
    const note = () => {
      wentBack.current = true;
    };
    addEventListener('popstate', note, { capture: true });
    return () => removeEventListener('popstate', note, { capture: true });
  }, []);
}

/** Where the keyboard covers the page instead of shrinking it (iOS), the bottom bar must know how high it stands. */
function useKeyboardHeight(): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (view === null) return undefined;
    const publish = () => {
      const covered = view.scale > 1.01 ? 0 : Math.max(0, innerHeight - view.height - view.offsetTop);
      document.documentElement.style.setProperty('--keyboard', `${Math.round(covered)}px`);
    };
    view.addEventListener('resize', publish);
    view.addEventListener('scroll', publish);
    // The window may take its new height after the view has told of its own.
    addEventListener('resize', publish);
    return () => {
      view.removeEventListener('resize', publish);
      view.removeEventListener('scroll', publish);
      removeEventListener('resize', publish);
    };
  }, []);
}
